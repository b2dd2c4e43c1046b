package amanah.campaign.journal;

import akka.serialization.SerializerWithStringManifest;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignEvent.CampaignOpened;
import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.CampaignEvent.MilestoneReached;
import amanah.campaign.domain.CampaignEvent.StatusChanged;
import amanah.campaign.domain.CampaignEvent.TermsAmended;
import amanah.campaign.domain.CampaignEvent.ViewsCounted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps events in the journal under names of our own and as CBOR written field by field. What was
 * once written is read for ever: a format that must change becomes a new line in the table, and the
 * old line stays.
 */
public final class CampaignEventSerializer extends SerializerWithStringManifest {

  /** Stands beside every event in the journal and never changes. */
  public static final int IDENTIFIER = 1401;

  // spotless:off
  private static final List<EventFormat<?>> FORMATS = List.of(
      new EventFormat<>("campaign-opened.v1",    CampaignOpened.class,    CampaignOpenedFormat::write,    CampaignOpenedFormat::read),
      new EventFormat<>("terms-amended.v1",      TermsAmended.class,      TermsAmendedFormat::write,      TermsAmendedFormat::read),
      new EventFormat<>("status-changed.v1",     StatusChanged.class,     StatusChangedFormat::write,     StatusChangedFormat::read),
      new EventFormat<>("donations-recorded.v1", DonationsRecorded.class, DonationsRecordedFormat::write, DonationsRecordedFormat::read),
      new EventFormat<>("milestone-reached.v1",  MilestoneReached.class,  MilestoneReachedFormat::write,  MilestoneReachedFormat::read),
      new EventFormat<>("donation-refunded.v1",  DonationRefunded.class,  DonationRefundedFormat::write,  DonationRefundedFormat::read),
      new EventFormat<>("views-counted.v1",      ViewsCounted.class,      ViewsCountedFormat::write,      ViewsCountedFormat::read));
  // spotless:on

  private static final Map<Class<?>, EventFormat<?>> BY_TYPE =
      FORMATS.stream().collect(Collectors.toUnmodifiableMap(EventFormat::type, format -> format));

  private static final Map<String, EventFormat<?>> BY_MANIFEST =
      FORMATS.stream()
          .collect(Collectors.toUnmodifiableMap(EventFormat::manifest, Function.identity()));

  /** Refuses to start while an event has no format. */
  public CampaignEventSerializer() {
    Set<Class<?>> events = Set.of(CampaignEvent.class.getPermittedSubclasses());
    if (!BY_TYPE.keySet().equals(events)) {
      throw new IllegalStateException(
          "formats of " + BY_TYPE.keySet() + ", expected one for each of " + events);
    }
  }

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object event) {
    return format(event).manifest();
  }

  @Override
  public byte[] toBinary(Object event) {
    try {
      return format(event).toBytes((CampaignEvent) event);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  @Override
  public CampaignEvent fromBinary(byte[] bytes, String manifest) {
    EventFormat<?> format = BY_MANIFEST.get(manifest);
    if (format == null) {
      throw new UnreadableEventException(
          manifest, "unknown manifest, expected one of " + BY_MANIFEST.keySet());
    }
    return format.fromBytes(bytes);
  }

  private static EventFormat<?> format(Object event) {
    EventFormat<?> format = BY_TYPE.get(event.getClass());
    if (format == null) {
      throw new IllegalArgumentException(
          event.getClass().getName() + " is no campaign event, it has no place in the journal");
    }
    return format;
  }
}
