package amanah.campaign.ingress.http;

import amanah.http.BadRequest;
import amanah.http.Body;
import amanah.http.Exchange;
import amanah.http.Json;
import amanah.http.Problem;
import amanah.http.Shown;
import amanah.http.Slices;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a batch item by item: the body is first cut where one item ends and the next begins, by
 * lines or by the commas of the outer array, so that nothing inside an item can spoil another.
 */
final class DonationBatchReader {

  private static final Set<String> TYPES = Set.of(Body.JSON, Body.NDJSON);
  private static final int SHOWN_ID_LENGTH_MAX = 64;

  private final int itemsMax;
  private final Supplier<String> ids;

  DonationBatchReader(int itemsMax, Supplier<String> ids) {
    this.itemsMax = itemsMax;
    this.ids = ids;
  }

  List<BatchItem> read(Exchange exchange) {
    Body body = exchange.body(TYPES);
    List<Slices.Slice> slices =
        body.type().equals(Body.NDJSON)
            ? Slices.lines(body.bytes(), itemsMax)
            : Slices.array(body.bytes(), itemsMax);
    List<BatchItem> items = new ArrayList<>(slices.size());
    for (Slices.Slice slice : slices) {
      items.add(item(body.bytes(), slice, key(exchange.idempotencyKey(), items.size() + 1)));
    }
    return items;
  }

  /** One key names a whole batch, so each item takes its place in the batch with it. */
  private static @Nullable String key(@Nullable String key, int place) {
    return key == null ? null : key + "." + place;
  }

  private BatchItem item(byte[] bytes, Slices.Slice slice, @Nullable String key) {
    JsonNode tree = NullNode.getInstance();
    try {
      tree = Json.tree(bytes, slice.offset(), slice.length());
      return new BatchItem.Valid(DonationRequests.donation(tree, key, ids));
    } catch (BadRequest bad) {
      Problem problem = bad.problem();
      return new BatchItem.Invalid(claimedId(tree), problem.code(), problem.detail());
    }
  }

  private static @Nullable String claimedId(JsonNode tree) {
    JsonNode claimed = tree.path("donationId");
    return claimed.isTextual() && claimed.textValue().length() <= SHOWN_ID_LENGTH_MAX
        ? Shown.value(claimed.textValue())
        : null;
  }
}
