package amanah.campaign.domain;

import amanah.id.CampaignId;
import amanah.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as everybody may see it, after a commit.
 *
 * @param raised captured minus refunded
 * @param captured what its donations gave in sum, refunds not deducted
 * @param donationCount donations recorded, refunded ones too
 * @param donorCount distinct donor ids; a donation without one counts no donor
 * @param percentFunded raised in percent of the goal, cut to two decimals
 * @param milestonesReached the milestones reached so far, in percent, ascending
 * @param views views that are in the journal
 * @param createdAt when it was opened
 * @param sequence the number of its last event in the journal
 * @param nextReminder when its next reminder is due, or null when none is to come
 */
public record CampaignSummary(
    CampaignId campaignId,
    CampaignTerms terms,
    CampaignStatus status,
    Money raised,
    Money captured,
    long donationCount,
    long donorCount,
    BigDecimal percentFunded,
    List<Integer> milestonesReached,
    long views,
    Instant createdAt,
    long sequence,
    @Nullable Instant nextReminder) {

  /** One of which nobody is to be reminded. */
  public CampaignSummary(
      CampaignId campaignId,
      CampaignTerms terms,
      CampaignStatus status,
      Money raised,
      Money captured,
      long donationCount,
      long donorCount,
      BigDecimal percentFunded,
      List<Integer> milestonesReached,
      long views,
      Instant createdAt,
      long sequence) {
    this(
        campaignId,
        terms,
        status,
        raised,
        captured,
        donationCount,
        donorCount,
        percentFunded,
        milestonesReached,
        views,
        createdAt,
        sequence,
        null);
  }

  /** When it has to do something by itself next, if it has. */
  public Optional<Instant> due() {
    return DueTimes.next(terms, status, nextReminder);
  }

  /** The same with views that are not in the journal yet. */
  public CampaignSummary plusViews(long more) {
    return new CampaignSummary(
        campaignId,
        terms,
        status,
        raised,
        captured,
        donationCount,
        donorCount,
        percentFunded,
        milestonesReached,
        views + more,
        createdAt,
        sequence,
        nextReminder);
  }
}
