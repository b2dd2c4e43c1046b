package amanah.deploy.faults.load;

import amanah.deploy.faults.history.StreamedText;
import com.fasterxml.jackson.databind.JsonNode;

/** Puts events as a stream tells them into the words in which they are compared. */
final class StreamWords {

  private StreamWords() {}

  static long digest(String name, JsonNode data) {
    StreamedText text = new StreamedText().add(name);
    switch (name) {
      case "campaign-opened", "terms-amended" -> terms(text, data.path("terms"));
      case "status-changed" -> text.add(data.path("from").asText()).add(data.path("to").asText());
      case "donations-recorded" ->
          data.path("donations")
              .forEach(
                  donation ->
                      text.add(donation.path("donationId").asText())
                          .add(minor(donation, "amount")));
      case "donation-refunded" ->
          text.add(data.path("refundId").asText())
              .add(data.path("donationId").asText())
              .add(minor(data, "amount"));
      case "milestone-reached" ->
          text.add(data.path("percent").asLong()).add(minor(data, "raised"));
      case "views-counted" -> text.add(data.path("count").asLong());
      default -> text.add(data.toString());
    }
    return text.digest();
  }

  private static void terms(StreamedText text, JsonNode terms) {
    text.add(terms.path("title").asText()).add(minor(terms, "goal"));
  }

  private static long minor(JsonNode json, String field) {
    return Bodies.minor(json.path(field).path("amount").asText());
  }
}
