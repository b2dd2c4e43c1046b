package amanah.campaign.simulation;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Designation;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.GoalPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The second book, its journal side: what is committed, summed up in the plainest way and held
 * against the laws as it comes.
 */
final class JournalBook {

  private final Verdict verdict;
  private final Map<String, JournaledDonation> donations = new HashMap<>();
  private final Map<String, JournaledRefund> refunds = new HashMap<>();
  private final Map<String, Long> refundedMinor = new HashMap<>();
  private final Set<Integer> milestones = new TreeSet<>();
  private final List<Standing> standings = new ArrayList<>();
  private final Set<String> formerWriters = new HashSet<>();
  private String writer = "";
  private int writers;
  private long raisedMinor;
  private @Nullable CampaignTerms terms;
  private CampaignStatus status = CampaignStatus.DRAFT;

  /** A donation in the journal, under the name that its caller gave it. */
  record JournaledDonation(Donation donation, long sequence) {}

  /** A refund in the journal, and what its donation had been refunded in all with it. */
  record JournaledRefund(CampaignEvent.DonationRefunded refund, long sequence, long afterMinor) {}

  /** The campaign after an event. */
  record Standing(
      long raisedMinor,
      long donations,
      CampaignStatus status,
      List<Integer> milestones,
      CampaignTerms terms) {}

  JournalBook(Verdict verdict) {
    this.verdict = verdict;
  }

  /** Takes in what has been committed; without a fence, in the place of what was there. */
  void committed(long sequence, CampaignEvent event, String by) {
    if (sequence <= standings.size()) {
      donations.values().removeIf(each -> each.sequence() == sequence);
      refunds.values().removeIf(each -> each.sequence() == sequence);
    } else if (sequence > standings.size() + 1L) {
      verdict.broken(Law.SEQUENCE_WITHOUT_HOLE, "event " + sequence + " after " + standings.size());
    }
    follow(by);
    record(sequence, event);
    standings.add(
        new Standing(
            raisedMinor,
            donations.size(),
            status,
            List.copyOf(milestones),
            Objects.requireNonNull(terms)));
  }

  private void follow(String by) {
    if (!by.equals(writer)) {
      formerWriters.add(writer);
      writer = by;
      writers++;
      if (formerWriters.contains(by)) {
        verdict.broken(Law.WRITERS_ONLY_FORWARD, "a writer wrote again after another had written");
      }
    }
  }

  private void record(long sequence, CampaignEvent event) {
    switch (event) {
      case CampaignEvent.CampaignOpened opened -> {
        terms = opened.terms();
        status = opened.draft() ? CampaignStatus.DRAFT : CampaignStatus.ACTIVE;
      }
      case CampaignEvent.TermsAmended amended -> terms = amended.terms();
      case CampaignEvent.StatusChanged changed -> changed(changed);
      case CampaignEvent.DonationsRecorded recorded -> recorded(sequence, recorded);
      case CampaignEvent.MilestoneReached reached -> reached(reached);
      case CampaignEvent.DonationRefunded refunded -> refunded(sequence, refunded);
      case CampaignEvent.ViewsCounted counted -> {}
      case CampaignEvent.ReminderScheduled scheduled -> {}
      case CampaignEvent.ReminderCancelled cancelled -> {}
      case CampaignEvent.ReminderDue due -> {}
    }
  }

  private void changed(CampaignEvent.StatusChanged changed) {
    status = changed.to();
    if (status.successors().isEmpty()) {
      verdict.happened(changed.reason() == null ? Happening.CLOSED : Happening.ENDED_BY_TIME);
    }
  }

  private void recorded(long sequence, CampaignEvent.DonationsRecorded recorded) {
    if (status != CampaignStatus.ACTIVE) {
      verdict.broken(Law.CLOSED_TAKES_NOTHING, "donations at " + sequence + ", " + status);
    }
    if (recorded.donations().size() > Workload.BATCH_MAX) {
      verdict.broken(Law.BOUNDS_HOLD, recorded.donations().size() + " donations in one event");
    }
    if (recorded.donations().size() > 1) {
      verdict.happened(Happening.BATCH_SHARED);
    }
    for (Donation donation : recorded.donations()) {
      String id = Mutant.plain(donation.donationId());
      JournaledDonation first =
          donations.putIfAbsent(id, new JournaledDonation(donation, sequence));
      if (first != null) {
        verdict.broken(
            Law.ACCEPTED_ONCE, id + " at " + first.sequence() + " and again at " + sequence);
      }
      raisedMinor += donation.amount().minor();
    }
    CampaignTerms now = Objects.requireNonNull(terms);
    if (now.goalPolicy() == GoalPolicy.HARD && raisedMinor > now.goal().minor()) {
      verdict.broken(
          Law.HARD_GOAL_HOLDS, raisedMinor + " of " + now.goal().minor() + " at " + sequence);
    }
  }

  private void reached(CampaignEvent.MilestoneReached reached) {
    verdict.happened(Happening.MILESTONE_REACHED);
    long goalMinor = Objects.requireNonNull(terms).goal().minor();
    if (!milestones.add(reached.percent()) || raisedMinor * 100 < goalMinor * reached.percent()) {
      verdict.broken(
          Law.MILESTONES_ONCE, reached.percent() + " % with " + raisedMinor + " of " + goalMinor);
    }
  }

  private void refunded(long sequence, CampaignEvent.DonationRefunded refunded) {
    String donationId = Mutant.plain(refunded.donationId());
    long amountMinor = refunded.amount().minor();
    long afterMinor = refundedMinor.merge(donationId, amountMinor, Long::sum);
    JournaledRefund entry = new JournaledRefund(refunded, sequence, afterMinor);
    if (refunds.putIfAbsent(refunded.refundId().value(), entry) != null) {
      verdict.broken(Law.REFUNDED_ONCE, refunded.refundId() + " again at " + sequence);
    }
    JournaledDonation donation = donations.get(donationId);
    if (donation == null || afterMinor > donation.donation().amount().minor()) {
      verdict.broken(Law.REFUNDS_WITHIN_CAPTURED, afterMinor + " refunded of " + donation);
    }
    raisedMinor -= amountMinor;
  }

  @Nullable JournaledDonation donation(String id) {
    return donations.get(id);
  }

  @Nullable JournaledRefund refund(String id) {
    return refunds.get(id);
  }

  /** The names of all donations that are there. */
  Set<String> donationIds() {
    return donations.keySet();
  }

  /** The names of all refunds that are there. */
  Set<String> refundIds() {
    return refunds.keySet();
  }

  /** The campaign after the event of that number, or null when there is none. */
  @Nullable Standing standing(long sequence) {
    return sequence < 1 || sequence > standings.size() ? null : standings.get((int) sequence - 1);
  }

  long sequence() {
    return standings.size();
  }

  /** How many writers have followed one another. */
  int writers() {
    return writers;
  }

  /** The zakat among all that. */
  JournaledZakat zakat() {
    List<String> assessed = new ArrayList<>();
    long collectedMinor = 0;
    for (Map.Entry<String, JournaledDonation> each : donations.entrySet()) {
      Donation donation = each.getValue().donation();
      if (donation.designation() == Designation.ZAKAT) {
        collectedMinor += donation.amount().minor();
        assessed.add(each.getKey());
      }
    }
    long zakatRefundedMinor = 0;
    for (JournaledRefund each : refunds.values()) {
      String donation = Mutant.plain(each.refund().donationId());
      if (assessed.contains(donation)) {
        zakatRefundedMinor += each.refund().amount().minor();
        assessed.add(donation + " back " + each.refund().refundId());
      }
    }
    return new JournaledZakat(
        collectedMinor, zakatRefundedMinor, assessed.stream().sorted().toList());
  }
}
