package amanah.deploy.verify;

import amanah.deploy.verify.JournaledEvent.Gift;
import amanah.deploy.verify.JournaledEvent.Terms;
import amanah.id.CampaignId;
import amanah.id.ChangeId;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.id.RefundId;
import amanah.id.ReminderId;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads events from their bytes by the formats that the journal promises for ever. */
final class EventReading {

  /** Who the journal says has written an event's bytes. */
  static final int SERIALIZER = 1401;

  private static final String CHANGE = "change";
  private static final String REMINDER_ID = "reminderId";

  private static final ObjectMapper CBOR =
      new ObjectMapper(new CBORFactory())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private static final Map<String, Format> FORMATS =
      Map.of(
          "reminder-scheduled.v1", EventReading::scheduled,
          "reminder-cancelled.v1", EventReading::cancelled,
          "reminder-due.v1", EventReading::due,
          "campaign-opened.v1", EventReading::opened,
          "terms-amended.v1", EventReading::amended,
          "status-changed.v1", EventReading::moved,
          "donations-recorded.v1", EventReading::recorded,
          "milestone-reached.v1", EventReading::reached,
          "donation-refunded.v1", EventReading::refunded,
          "views-counted.v1", EventReading::viewed);

  private EventReading() {}

  /** Makes an event of its fields. */
  @FunctionalInterface
  private interface Format {
    JournaledEvent read(JsonNode event) throws UnreadableException;
  }

  static boolean knows(@Nullable String manifest) {
    return manifest != null && FORMATS.containsKey(manifest);
  }

  static JournaledEvent read(String manifest, byte[] payload) throws UnreadableException {
    Format format = FORMATS.get(manifest);
    if (format == null) {
      throw new UnreadableException("found the manifest " + manifest);
    }
    return format.read(tree(payload));
  }

  static JsonNode tree(byte[] payload) throws UnreadableException {
    try {
      return CBOR.readTree(payload);
    } catch (IOException broken) {
      throw new UnreadableException("found bytes that are no CBOR map, expected one and no more");
    }
  }

  private static JournaledEvent opened(JsonNode event) throws UnreadableException {
    EventFields fields = new EventFields(event, Set.of("campaignId", "terms", "draft", "at"));
    fields.instant("at");
    return new JournaledEvent.Opened(
        fields.value("campaignId", CampaignId::of).value(),
        terms(fields.map("terms")),
        fields.flag("draft"));
  }

  private static JournaledEvent amended(JsonNode event) throws UnreadableException {
    EventFields fields = new EventFields(event, Set.of("terms", "at", CHANGE));
    fields.instant("at");
    return new JournaledEvent.Amended(terms(fields.map("terms")), named(fields));
  }

  static Terms terms(JsonNode terms) throws UnreadableException {
    EventFields fields =
        new EventFields(
            terms,
            Set.of(
                "title",
                "goalMinor",
                "currency",
                "endsAt",
                "goalPolicy",
                "zakatEligible",
                "milestones"));
    fields.text("title");
    return new Terms(
        fields.number("goalMinor"),
        fields.currency("currency"),
        fields.instantIfAny("endsAt"),
        fields.word("goalPolicy", Set.of("soft", "hard")).equals("hard"),
        fields.flag("zakatEligible"),
        fields.percents("milestones"));
  }

  private static JournaledEvent moved(JsonNode event) throws UnreadableException {
    EventFields fields = new EventFields(event, Set.of("from", "to", "reason", "at", CHANGE));
    fields.textIfAny("reason");
    return new JournaledEvent.Moved(
        fields.word("from", Lifecycle.STATUSES),
        fields.word("to", Lifecycle.STATUSES),
        fields.has("reason"),
        named(fields),
        fields.instant("at"));
  }

  /** Whether a change has a name, which stands in the journal since changes have names. */
  private static boolean named(EventFields event) throws UnreadableException {
    if (!event.has(CHANGE)) {
      return false;
    }
    EventFields change = new EventFields(event.map(CHANGE), Set.of("id", "content"));
    change.value("id", ChangeId::of);
    change.number("content");
    return true;
  }

  private static JournaledEvent recorded(JsonNode event) throws UnreadableException {
    EventFields fields = new EventFields(event, Set.of("c", "t", "d"));
    List<Gift> gifts = new ArrayList<>();
    for (JsonNode gift : fields.list("d")) {
      gifts.add(gift(gift));
    }
    if (gifts.isEmpty()) {
      throw new UnreadableException("found no donation, expected one or more");
    }
    return new JournaledEvent.Recorded(fields.currency("c"), fields.instant("t"), gifts);
  }

  private static Gift gift(JsonNode gift) throws UnreadableException {
    EventFields fields = new EventFields(gift, Set.of("i", "a", "o", "m", "u", "z", "p", "t"));
    fields.textIfAny("m");
    fields.textIfAny("z");
    fields.text("p");
    fields.instantIfAny("t");
    return new Gift(
        fields.value("i", DonationId::of).value(),
        fields.number("a"),
        fields.has("o") ? donorId(fields.map("o")) : null,
        fields.word("u", Set.of("s", "z")).equals("z"));
  }

  private static @Nullable String donorId(JsonNode donor) throws UnreadableException {
    EventFields fields = new EventFields(donor, Set.of("i", "n", "h"));
    fields.textIfAny("n");
    fields.flag("h");
    return fields.has("i") ? fields.value("i", DonorId::of).value() : null;
  }

  private static JournaledEvent reached(JsonNode event) throws UnreadableException {
    EventFields fields = new EventFields(event, Set.of("percent", "raisedMinor", "currency", "at"));
    fields.instant("at");
    Currency currency = fields.currency("currency");
    return new JournaledEvent.Reached(
        Math.clamp(fields.number("percent"), 0, Integer.MAX_VALUE),
        fields.number("raisedMinor"),
        currency);
  }

  private static JournaledEvent refunded(JsonNode event) throws UnreadableException {
    EventFields fields =
        new EventFields(
            event, Set.of("refundId", "donationId", "amountMinor", "currency", "reason", "at"));
    fields.textIfAny("reason");
    Instant at = fields.instant("at");
    return new JournaledEvent.Refunded(
        fields.value("refundId", RefundId::of).value(),
        fields.value("donationId", DonationId::of).value(),
        fields.number("amountMinor"),
        fields.currency("currency"),
        at);
  }

  private static JournaledEvent scheduled(JsonNode event) throws UnreadableException {
    EventFields fields = new EventFields(event, Set.of(REMINDER_ID, "due", "message", "at"));
    fields.text("message");
    fields.instant("at");
    return new JournaledEvent.Scheduled(
        fields.value(REMINDER_ID, ReminderId::of).value(), fields.instant("due"));
  }

  private static JournaledEvent cancelled(JsonNode event) throws UnreadableException {
    EventFields fields = new EventFields(event, Set.of(REMINDER_ID, "at"));
    fields.instant("at");
    return new JournaledEvent.Settled(fields.value(REMINDER_ID, ReminderId::of).value(), null);
  }

  private static JournaledEvent due(JsonNode event) throws UnreadableException {
    EventFields fields = new EventFields(event, Set.of(REMINDER_ID, "message", "due", "at"));
    fields.text("message");
    fields.instant("at");
    return new JournaledEvent.Settled(
        fields.value(REMINDER_ID, ReminderId::of).value(), fields.instant("due"));
  }

  private static JournaledEvent viewed(JsonNode event) throws UnreadableException {
    EventFields fields = new EventFields(event, Set.of("count", "at"));
    fields.instant("at");
    return new JournaledEvent.Viewed(fields.number("count"));
  }
}
