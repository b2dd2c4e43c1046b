package amanah.deploy.verify;

import amanah.id.CampaignId;
import amanah.id.DistributionId;
import amanah.id.DonationId;
import amanah.id.RefundId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the zakat journal from its bytes by the formats that it promises for ever. */
final class BookReading {

  /** Who the journal says has written the calculator's book, and assessments. */
  static final int BOOK_SERIALIZER = 1411;

  static final int ASSESSMENT_SERIALIZER = 1421;

  private static final Set<String> ASNAF =
      Set.of(
          "fuqara",
          "masakin",
          "amil",
          "muallafah",
          "riqab",
          "gharimin",
          "fi_sabilillah",
          "ibn_sabil");

  private static final Map<String, Format> BOOK =
      Map.of(
          "zakat-reported.v1", BookReading::reported,
          "zakat-distributed.v1", BookReading::distributed,
          "prices-published.v1", BookReading::other,
          "nisab-published.v1", BookReading::other,
          "publication-withdrawn.v1", BookReading::other,
          "statistics-counted.v1", BookReading::other,
          "statistics-reset.v1", BookReading::other);

  private static final Map<String, Format> ASSESSMENT =
      Map.of(
          "assessment-made.v1", BookReading::other,
          "payment-received.v1", BookReading::received,
          "payment-returned.v1", BookReading::returned);

  private BookReading() {}

  /** Makes an entry of an event's fields. */
  @FunctionalInterface
  private interface Format {
    BookEntry read(JsonNode event) throws UnreadableException;
  }

  static boolean knows(int serializer, String manifest) {
    return formats(serializer).containsKey(manifest);
  }

  static BookEntry read(JournalRow row) throws UnreadableException {
    Format format = formats(row.serializer()).get(row.manifest());
    if (format == null) {
      throw new UnreadableException("found the manifest " + row.manifest());
    }
    return format.read(EventReading.tree(row.payload()));
  }

  private static Map<String, Format> formats(int serializer) {
    return switch (serializer) {
      case BOOK_SERIALIZER -> BOOK;
      case ASSESSMENT_SERIALIZER -> ASSESSMENT;
      default -> Map.of();
    };
  }

  private static BookEntry reported(JsonNode event) throws UnreadableException {
    EventFields fields = new EventFields(event, Set.of("reports", "at"));
    fields.instant("at");
    List<BookEntry.Part> parts = new ArrayList<>();
    for (JsonNode part : fields.list("reports")) {
      parts.add(part(part));
    }
    return new BookEntry.Reported(parts);
  }

  private static BookEntry.Part part(JsonNode part) throws UnreadableException {
    EventFields fields =
        new EventFields(
            part,
            Set.of("campaign", "after", "upTo", "collectedMinor", "refundedMinor", "currency"));
    return new BookEntry.Part(
        fields.value("campaign", CampaignId::of).value(),
        fields.number("after"),
        fields.number("upTo"),
        fields.number("collectedMinor"),
        fields.number("refundedMinor"),
        fields.currency("currency"));
  }

  private static BookEntry distributed(JsonNode event) throws UnreadableException {
    EventFields fields = new EventFields(event, Set.of("content", "at"));
    fields.instant("at");
    EventFields content =
        new EventFields(
            fields.map("content"),
            Set.of("distribution", "asnaf", "amountMinor", "currency", "recipient", "note"));
    content.textIfAny("recipient");
    content.textIfAny("note");
    return new BookEntry.Distributed(
        content.value("distribution", DistributionId::of).value(),
        content.word("asnaf", ASNAF),
        content.number("amountMinor"),
        content.currency("currency"));
  }

  private static BookEntry received(JsonNode event) throws UnreadableException {
    EventFields fields =
        new EventFields(
            event, Set.of("campaignId", "donationId", "amount", "donatedAt", "at", "named"));
    if (fields.has("named")) {
      fields.flag("named");
    }
    fields.text("amount");
    fields.instant("donatedAt");
    fields.instant("at");
    return new BookEntry.Paid(payment(fields));
  }

  private static BookEntry returned(JsonNode event) throws UnreadableException {
    EventFields fields =
        new EventFields(
            event, Set.of("campaignId", "donationId", "refundId", "amount", "refundedAt", "at"));
    fields.text("amount");
    fields.instant("refundedAt");
    fields.instant("at");
    return new BookEntry.Paid(
        "refund " + fields.value("refundId", RefundId::of) + " of " + payment(fields));
  }

  private static String payment(EventFields fields) throws UnreadableException {
    return "donation %s of campaign %s"
        .formatted(
            fields.value("donationId", DonationId::of), fields.value("campaignId", CampaignId::of));
  }

  /** A whole map, and nothing in it that moves money. */
  private static BookEntry other(JsonNode event) throws UnreadableException {
    if (!event.isObject()) {
      throw new UnreadableException("found no map where one is expected");
    }
    return new BookEntry.Other();
  }
}
