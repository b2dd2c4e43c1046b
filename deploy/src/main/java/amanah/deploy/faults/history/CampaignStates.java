package amanah.deploy.faults.history;

import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.campaign.domain.CampaignEvent.StatusChanged;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.GoalPolicy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign was after each of its events, as the journal has it, and where each write is. The
 * state of index 0 is the one before it was opened.
 */
public final class CampaignStates {

  /**
   * A write in the journal.
   *
   * @param sequence of its event
   * @param donation that it is about
   * @param amountMinor of the donation or refund
   * @param refundedMinor what all refunds of the donation have given back with this one
   */
  record Written(int sequence, long donation, long amountMinor, long refundedMinor) {}

  private final String campaignId;
  private final Names names;
  private final List<State> states = new ArrayList<>();
  private final List<Long> digests = new ArrayList<>();
  private final BitSet halves = new BitSet();
  private final Map<Long, Written> written = new HashMap<>();
  private final Map<Long, List<Written>> refunds = new HashMap<>();
  private final Map<Long, Integer> again = new HashMap<>();
  private final Set<String> donors = new HashSet<>();
  private @Nullable CampaignTerms terms;

  /** Of a campaign that has no events yet. */
  public CampaignStates(String campaignId, Names names) {
    this.campaignId = campaignId;
    this.names = names;
    states.add(new State(State.UNSEEN, 0, 0, 0, State.UNSEEN, State.UNSEEN, 0));
  }

  /** Goes on to the next event. */
  public void add(CampaignEvent event) {
    State before = states.getLast();
    digests.add(EventDigest.of(event));
    int sequence = states.size();
    states.add(
        switch (event) {
          case CampaignEvent.CampaignOpened opened -> opened(opened, sequence);
          case CampaignEvent.TermsAmended amended -> amended(before, amended.terms(), sequence);
          case StatusChanged changed -> changed(before, changed, sequence);
          case CampaignEvent.DonationsRecorded recorded ->
              recorded(before, recorded.donations(), sequence);
          case DonationRefunded refunded -> refunded(before, refunded, sequence);
          case CampaignEvent.MilestoneReached reached -> reached(before, sequence);
          case CampaignEvent.ViewsCounted counted -> before;
          case CampaignEvent.ReminderScheduled scheduled -> before;
          case CampaignEvent.ReminderCancelled cancelled -> before;
          case CampaignEvent.ReminderDue due -> before;
        });
  }

  /** Which campaign it is. */
  public String campaignId() {
    return campaignId;
  }

  Names names() {
    return names;
  }

  /** The number of its last event. */
  int last() {
    return states.size() - 1;
  }

  /** What that event must look like to whoever listens. */
  long digest(int sequence) {
    return digests.get(sequence - 1);
  }

  State at(int sequence) {
    return states.get(sequence);
  }

  /** Whether it is more than half of what was written at once. */
  boolean isWhole(int sequence) {
    return !halves.get(sequence);
  }

  /** Where a write is, or null when it is nowhere. */
  @Nullable Written written(long name) {
    return written.get(name);
  }

  /** The writes that are there more than once: name to the second event. */
  Map<Long, Integer> again() {
    return again;
  }

  /** What has been given back of a donation at that event, in cents. */
  long refundedMinor(long donation, int sequence) {
    return refunds.getOrDefault(donation, List.of()).stream()
        .filter(refund -> refund.sequence() <= sequence)
        .mapToLong(Written::amountMinor)
        .sum();
  }

  /** Whether the goal is also the most that it takes. */
  boolean isHard() {
    return terms != null && terms.goalPolicy() == GoalPolicy.HARD;
  }

  @SuppressWarnings("EnumOrdinal") // numbers that one process writes and reads
  private State opened(CampaignEvent.CampaignOpened opened, int sequence) {
    terms = opened.terms();
    put(Names.opening(), new Written(sequence, State.UNSEEN, 0, 0));
    CampaignStatus status = opened.draft() ? CampaignStatus.DRAFT : CampaignStatus.ACTIVE;
    return new State(status.ordinal(), 0, 0, 0, terms.goal().minor(), Digest.of(terms.title()), 0);
  }

  private State amended(State before, CampaignTerms now, int sequence) {
    CampaignTerms was = terms;
    terms = now;
    if (was == null || !was.title().equals(now.title())) {
      put(Names.title(now.title()), new Written(sequence, State.UNSEEN, 0, 0));
    }
    if (was == null || !was.goal().equals(now.goal())) {
      put(Names.goal(now.goal().minor()), new Written(sequence, State.UNSEEN, 0, 0));
    }
    return new State(
        before.status(),
        before.raisedMinor(),
        before.donations(),
        before.donors(),
        now.goal().minor(),
        Digest.of(now.title()),
        before.milestones());
  }

  @SuppressWarnings("EnumOrdinal") // as above
  private State changed(State before, StatusChanged changed, int sequence) {
    if (changed.reason() != null) {
      put(Names.change(changed.reason()), new Written(sequence, State.UNSEEN, 0, 0));
    }
    return new State(
        changed.to().ordinal(),
        before.raisedMinor(),
        before.donations(),
        before.donors(),
        before.goalMinor(),
        before.title(),
        before.milestones());
  }

  private State recorded(State before, List<Donation> donations, int sequence) {
    long raised = before.raisedMinor();
    for (Donation donation : donations) {
      long name = names.donation(donation.donationId().value());
      raised += donation.amount().minor();
      put(name, new Written(sequence, name, donation.amount().minor(), 0));
      if (donation.donor() != null && donation.donor().donorId() != null) {
        donors.add(donation.donor().donorId().toString());
      }
    }
    return with(before, raised, before.donations() + donations.size(), before.milestones());
  }

  private State refunded(State before, DonationRefunded refunded, int sequence) {
    long donation = names.donation(refunded.donationId().value());
    long amount = refunded.amount().minor();
    Written refund =
        new Written(sequence, donation, amount, refundedMinor(donation, sequence) + amount);
    put(Names.refund(refunded.refundId().value()), refund);
    refunds.computeIfAbsent(donation, none -> new ArrayList<>()).add(refund);
    return with(before, before.raisedMinor() - amount, before.donations(), before.milestones());
  }

  /** It was written at once with the event before it. */
  private State reached(State before, int sequence) {
    halves.set(sequence - 1);
    return with(before, before.raisedMinor(), before.donations(), before.milestones() + 1);
  }

  private State with(State before, long raisedMinor, long donations, long milestones) {
    return new State(
        before.status(),
        raisedMinor,
        donations,
        donors.size(),
        before.goalMinor(),
        before.title(),
        milestones);
  }

  private void put(long name, Written write) {
    if (written.putIfAbsent(name, write) != null) {
      again.put(name, write.sequence());
    }
  }
}
