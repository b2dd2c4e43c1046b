package amanah.campaign.zakat;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.id.AssessmentId;
import amanah.id.DonationId;
import amanah.money.Money;
import amanah.protocol.zakat.AssessedZakat;
import amanah.protocol.zakat.ZakatReporting;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The zakat of a campaign after one event and up to another, summed up: what a report says. It
 * grows event by event without a gap, and is bounded by what fits into one report. Not thread-safe.
 */
final class ZakatSum {

  private final long after;
  private final List<AssessedZakat> assessed = new ArrayList<>();
  private long upTo;
  private Money collected;
  private Money refunded;
  private boolean due;

  private ZakatSum(long after, Currency currency) {
    this.after = after;
    this.upTo = after;
    this.collected = Money.zero(currency);
    this.refunded = Money.zero(currency);
  }

  /** Nothing yet, after that event. */
  static ZakatSum after(long sequence, Currency currency) {
    return new ZakatSum(sequence, currency);
  }

  long after() {
    return after;
  }

  long upTo() {
    return upTo;
  }

  Money collected() {
    return collected;
  }

  Money refunded() {
    return refunded;
  }

  List<AssessedZakat> assessed() {
    return List.copyOf(assessed);
  }

  /** Whether it covers an event that the journal takes for one of zakat, even if it bears none. */
  boolean isDue() {
    return due;
  }

  /**
   * Takes the next events of the campaign as they are committed, the first having that number. It
   * stops at a refund, whose donation has to be looked up, and when it is full; from then on it
   * falls behind.
   */
  void follow(long first, List<CampaignEvent> events) {
    long sequence = first;
    for (CampaignEvent event : events) {
      if (sequence == upTo + 1 && !takeCommitted(event)) {
        return;
      }
      sequence++;
    }
  }

  private boolean takeCommitted(CampaignEvent event) {
    return switch (event) {
      case DonationsRecorded recorded -> recorded(upTo + 1, recorded);
      case DonationRefunded refund -> false;
      case CampaignEvent.CampaignOpened opened -> covered();
      case CampaignEvent.TermsAmended amended -> covered();
      case CampaignEvent.StatusChanged changed -> covered();
      case CampaignEvent.MilestoneReached reached -> covered();
      case CampaignEvent.ViewsCounted counted -> covered();
      case CampaignEvent.ReminderScheduled scheduled -> covered();
      case CampaignEvent.ReminderCancelled cancelled -> covered();
      case CampaignEvent.ReminderDue reminded -> covered();
    };
  }

  private boolean covered() {
    upTo++;
    return true;
  }

  /**
   * Takes an event that was read, and whatever lies before it and was not; false, and nothing is
   * taken, when it is full.
   *
   * @param donations what the journal knows of the donation of a refund
   */
  boolean take(long sequence, CampaignEvent event, Map<DonationId, Donation> donations) {
    boolean taken =
        switch (event) {
          case DonationsRecorded recorded -> recorded(sequence, recorded);
          case DonationRefunded refund -> refunded(sequence, refund, donations);
          default -> throw unexpected(sequence, event);
        };
    due |= taken;
    return taken;
  }

  private static IllegalStateException unexpected(long sequence, CampaignEvent event) {
    return new IllegalStateException(
        "event %d is a %s, expected donations or a refund"
            .formatted(sequence, event.getClass().getSimpleName()));
  }

  /** There is nothing more up to that event. */
  void covers(long sequence) {
    upTo = Math.max(upTo, sequence);
  }

  /** Takes all of the sum that follows on this one; false, and nothing is taken, if it is full. */
  boolean takeAll(ZakatSum next) {
    if (next.after != upTo
        || !collected.canAdd(next.collected)
        || !refunded.canAdd(next.refunded)
        || assessed.size() + next.assessed.size() > ZakatReporting.ASSESSED_MAX) {
      return false;
    }
    collected = collected.plus(next.collected);
    refunded = refunded.plus(next.refunded);
    assessed.addAll(next.assessed);
    upTo = next.upTo;
    due |= next.due;
    return true;
  }

  private boolean recorded(long sequence, DonationsRecorded recorded) {
    ZakatSum event = new ZakatSum(upTo, collected.currency());
    for (Donation donation : recorded.donations()) {
      if (donation.designation() == Designation.ZAKAT) {
        event.collected = event.collected.plus(donation.amount());
        event.due = true;
        event.assess(donation.assessmentId(), recorded, donation);
      }
    }
    event.upTo = sequence;
    return takeAll(event);
  }

  private void assess(
      @Nullable AssessmentId assessmentId, DonationsRecorded recorded, Donation donation) {
    if (assessmentId != null) {
      assessed.add(
          new AssessedZakat(
              assessmentId,
              donation.donationId(),
              Optional.empty(),
              donation.amount(),
              recorded.at(),
              !donation.isAnonymous()));
    }
  }

  private boolean refunded(
      long sequence, DonationRefunded refund, Map<DonationId, Donation> donations) {
    Donation donation = donations.get(refund.donationId());
    if (donation == null) {
      throw new IllegalStateException(
          "event %d refunds a donation that the journal does not have".formatted(sequence));
    }
    ZakatSum event = new ZakatSum(upTo, collected.currency());
    AssessmentId assessmentId = donation.assessmentId();
    if (donation.designation() == Designation.ZAKAT) {
      event.refunded = refund.amount();
      if (assessmentId != null) {
        event.assessed.add(
            new AssessedZakat(
                assessmentId,
                refund.donationId(),
                Optional.of(refund.refundId()),
                refund.amount(),
                refund.at(),
                !donation.isAnonymous()));
      }
    }
    event.upTo = sequence;
    return takeAll(event);
  }
}
