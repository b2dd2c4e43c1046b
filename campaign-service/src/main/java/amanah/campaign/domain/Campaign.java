package amanah.campaign.domain;

import amanah.id.CampaignId;
import amanah.id.DonationId;
import amanah.time.Moment;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A campaign and its rules. {@link #decide} says what follows from a command, {@link #evolve} says
 * what follows from an event; neither looks at anything but its arguments.
 *
 * <p>A campaign is used linearly: once it has evolved, the campaign it was must not be used again.
 */
public sealed interface Campaign permits UnopenedCampaign, OpenedCampaign {

  /** What whoever asks for a campaign that was never opened is told. */
  static String notOpened(CampaignId campaignId) {
    return "no campaign has the id \"" + campaignId + "\"";
  }

  /** The campaign of that id before its first event. */
  static Campaign unopened(CampaignId campaignId) {
    return new UnopenedCampaign(campaignId);
  }

  /** Its id. */
  CampaignId campaignId();

  /** How many events it has had: the journal's sequence number of the last one. */
  long sequence();

  /** How many donations it has recorded. */
  long donations();

  /** What it is for everybody, once it has been opened. */
  Optional<CampaignSummary> summary();

  /** Whether its donations may be zakat; what it is at its opening it is for ever. */
  boolean isZakatEligible();

  /** When it has something to do by itself. */
  DueTimes dueTimes();

  /** The number of the event that recorded a donation, or empty when there is none of that id. */
  OptionalLong sequenceOf(DonationId donationId);

  /** Where a donation is in the journal, or empty when there is none of that id. */
  Optional<DonationLocation> locate(DonationId donationId);

  /** All of it, to be kept and {@link #restore restored} without reading its events again. */
  CampaignSnapshot snapshot();

  /** The campaign as it was when the snapshot was taken. */
  static Campaign restore(CampaignSnapshot snapshot) {
    return OpenedCampaign.restored(snapshot);
  }

  /**
   * What follows from a command.
   *
   * @param now the time by the clock of the node that decides. While it is not trusted, no campaign
   *     ends by it and no definite no follows from it
   */
  Decision decide(CampaignCommand command, Moment now);

  /**
   * The campaign after an event.
   *
   * @throws IllegalStateException if the event cannot follow on what has happened: the journal
   *     contradicts itself and nobody may go on
   */
  Campaign evolve(CampaignEvent event);
}
