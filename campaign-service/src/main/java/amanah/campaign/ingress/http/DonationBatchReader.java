package amanah.campaign.ingress.http;

import amanah.campaign.ingress.request.BatchItem;
import amanah.http.BadRequest;
import amanah.http.Body;
import amanah.http.Exchange;
import amanah.http.Json;
import amanah.http.Naming;
import amanah.http.Slices;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a batch item by item: the body is first cut where one item ends and the next begins, by
 * lines or by the commas of the outer array, so that nothing inside an item can spoil another.
 */
final class DonationBatchReader {

  private static final Set<String> TYPES = Set.of(Body.JSON, Body.NDJSON);

  private final int itemsMax;
  private final Naming naming;

  DonationBatchReader(int itemsMax, Naming naming) {
    this.itemsMax = itemsMax;
    this.naming = naming;
  }

  List<BatchItem> read(Exchange exchange) {
    Body body = exchange.body(TYPES);
    List<Slices.Slice> slices =
        body.type().equals(Body.NDJSON)
            ? Slices.lines(body.bytes(), itemsMax)
            : Slices.array(body.bytes(), itemsMax);
    List<BatchItem> items = new ArrayList<>(slices.size());
    for (Slices.Slice slice : slices) {
      items.add(
          item(body.bytes(), slice, BatchItem.key(exchange.idempotencyKey(), items.size() + 1)));
    }
    return items;
  }

  private BatchItem item(byte[] bytes, Slices.Slice slice, @Nullable String key) {
    try {
      return BatchItem.of(Json.tree(bytes, slice.offset(), slice.length()), key, naming);
    } catch (BadRequest unreadable) {
      return BatchItem.Invalid.of(null, unreadable);
    }
  }
}
