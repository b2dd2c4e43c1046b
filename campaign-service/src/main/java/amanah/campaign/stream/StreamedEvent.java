package amanah.campaign.stream;

import amanah.campaign.domain.CampaignEvent;
import amanah.id.CampaignId;
import org.jspecify.annotations.Nullable;

/**
 * A committed event on its way to everybody who listens. Each door writes it once, for the first
 * who takes it, and gives the same to all others.
 */
public final class StreamedEvent {

  private final CampaignId campaignId;
  private final long sequence;
  private final CampaignEvent event;
  private final int bytes;
  private @Nullable Written written;

  /** How a door writes an event; each door has one, and keeps it. */
  @FunctionalInterface
  public interface Form<T> {

    /** The event as that door sends it. */
    T write(StreamedEvent event);
  }

  /** What one door has written, and what others have. */
  private record Written(Form<?> form, Object text, @Nullable Written others) {}

  /**
   * An event.
   *
   * @param sequence its number in the campaign's journal
   * @param bytes what it takes in the journal
   */
  public StreamedEvent(CampaignId campaignId, long sequence, CampaignEvent event, int bytes) {
    this.campaignId = campaignId;
    this.sequence = sequence;
    this.event = event;
    this.bytes = bytes;
  }

  /** The campaign it happened to. */
  public CampaignId campaignId() {
    return campaignId;
  }

  /** Its place: the first event of a campaign has number 1, and there is no hole. */
  public long sequence() {
    return sequence;
  }

  /** What happened. */
  public CampaignEvent event() {
    return event;
  }

  int bytes() {
    return bytes;
  }

  /** The event as that door sends it. */
  @SuppressWarnings("unchecked") // a form's text is what the form wrote
  public synchronized <T> T as(Form<T> form) {
    for (Written known = written; known != null; known = known.others()) {
      if (known.form().equals(form)) {
        return (T) known.text();
      }
    }
    T text = form.write(this);
    written = new Written(form, text, written);
    return text;
  }

  @Override
  public String toString() {
    return campaignId + " " + sequence + " " + event;
  }
}
