package amanah.campaign.ingress.request;

import amanah.http.Shown;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What an item that is no donation calls itself. */
final class ClaimedId {

  private static final int SHOWN_ID_LENGTH_MAX = 64;

  private ClaimedId() {}

  static @Nullable String of(JsonNode item) {
    JsonNode claimed = item.path("donationId");
    return claimed.isTextual() && claimed.textValue().length() <= SHOWN_ID_LENGTH_MAX
        ? Shown.value(claimed.textValue())
        : null;
  }
}
