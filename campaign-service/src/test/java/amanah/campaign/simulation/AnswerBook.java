package amanah.campaign.simulation;

import amanah.campaign.batching.BatcherReply;
import amanah.campaign.batching.DonationsSettled;
import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignCommand;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Refusal;
import amanah.campaign.entity.CampaignMessage;
import amanah.campaign.entity.CampaignReply;
import amanah.money.Money;
import amanah.protocol.WireMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second book, its callers' side: every answer that anybody got, held against the journal at
 * the moment in which it is given, and all of them once more at the end.
 */
final class AnswerBook {

  private static final String REFUND = "refund ";

  private final Verdict verdict;
  private final JournalBook journal;
  private final Map<String, List<Claim>> claims = new HashMap<>();
  private final Map<String, First> firsts = new HashMap<>();
  private final Set<String> saidToBeNew = new HashSet<>();

  /** The first acknowledgement of a name. */
  private record First(Money amount, long sequence) {}

  AnswerBook(Verdict verdict, JournalBook journal) {
    this.verdict = verdict;
    this.journal = journal;
  }

  /** The names in a message that has just reached the campaign. */
  List<Claim> arrived(CampaignMessage message) {
    List<Claim> named =
        switch (message) {
          case CampaignMessage.Donate donate -> donate.donations().stream().map(this::of).toList();
          case CampaignMessage.Execute execute
              when execute.command() instanceof CampaignCommand.Refund refund ->
              List.of(of(refund));
          default -> List.of();
        };
    named.forEach(claim -> claims.computeIfAbsent(claim.id(), id -> new ArrayList<>()).add(claim));
    noteDuplicates(named);
    return named;
  }

  private void noteDuplicates(List<Claim> named) {
    if (named.stream().map(Claim::id).distinct().count() < named.size()) {
      verdict.happened(Happening.DUPLICATE_IN_A_BATCH);
    }
  }

  private Claim of(Donation donation) {
    String id = donation.donationId().value();
    return new Claim(id, donation, journal.donation(id) != null);
  }

  private Claim of(CampaignCommand.Refund refund) {
    String id = refund.refundId().value();
    return new Claim(REFUND + id, refund, journal.refund(id) != null);
  }

  /** An answer leaves the campaign. */
  void answered(Delivery delivery, WireMessage reply) {
    switch (reply) {
      case DonationsSettled settled -> settled(delivery, settled);
      case CampaignReply.Answered answered -> answered(delivery, answered);
      case CampaignReply.Seen seen -> shown(delivery, seen.campaign());
      case CampaignReply.Refused refused ->
          delivery.claims().forEach(claim -> refused(claim, refused.refusal()));
      case BatcherReply.Reported reported -> reported(reported);
      case BatcherReply.Refused refused -> noteRefusal(refused.refusal());
      default -> throw new IllegalStateException("an answer of no known kind: " + reply);
    }
  }

  private void settled(Delivery delivery, DonationsSettled settled) {
    List<DonationOutcome> outcomes = Mutant.plain(settled.outcomes());
    if (outcomes.size() != delivery.claims().size()) {
      verdict.broken(Law.NOTHING_IMPOSSIBLE, "not one outcome for each donation: " + settled);
      return;
    }
    settled.campaign().ifPresent(campaign -> shown(delivery, campaign));
    for (int index = 0; index < outcomes.size(); index++) {
      Claim claim = delivery.claims().get(index);
      if (!outcomes.get(index).donationId().value().equals(claim.id())) {
        verdict.broken(Law.NOTHING_IMPOSSIBLE, claim.id() + " got " + outcomes.get(index));
      }
      switch (outcomes.get(index)) {
        case DonationOutcome.Recorded recorded -> recorded(claim, recorded);
        case DonationOutcome.Refused refused -> refused(claim, refused.refusal());
      }
    }
  }

  private void recorded(Claim claim, DonationOutcome.Recorded recorded) {
    claim.answered(Claim.Word.YES);
    JournalBook.JournaledDonation entry = journal.donation(claim.id());
    if (entry == null) {
      verdict.broken(Law.ACKNOWLEDGED_IS_JOURNALED, claim.id() + " is not there: " + recorded);
      return;
    }
    if (!Mutant.plain(entry.donation()).equals(claim.content())) {
      verdict.broken(Law.OTHER_CONTENT_IS_REFUSED, claim.id() + " was accepted: " + recorded);
    }
    first(claim, new First(recorded.amount(), recorded.sequence()), recorded.replayed());
    first(claim, new First(entry.donation().amount(), entry.sequence()), true);
    if (recorded.replayed()) {
      verdict.happened(Happening.REPLAYED_DONATION);
    }
  }

  private void first(Claim claim, First now, boolean replayed) {
    First first = firsts.putIfAbsent(claim.id(), now);
    if (first != null && !first.equals(now)) {
      verdict.broken(
          Law.REPLAY_IS_THE_FIRST_ANSWER, claim.id() + ": first " + first + ", now " + now);
    }
    if (!replayed && (claim.journaledBefore() || !saidToBeNew.add(claim.id()))) {
      verdict.broken(Law.REPLAY_IS_THE_FIRST_ANSWER, claim.id() + " is said to be new again");
    }
  }

  private void refused(Claim claim, Refusal refusal) {
    noteRefusal(refusal);
    claim.answered(refusal.definite() ? Claim.Word.NO : Claim.Word.UNKNOWN);
    boolean other = isThereWithOtherContent(claim);
    if (refusal == Refusal.IDEMPOTENCY_MISMATCH) {
      if (!other) {
        verdict.broken(Law.OTHER_CONTENT_IS_REFUSED, claim.id() + " is not there as another");
      }
    } else if (!Errand.again(refusal) && claim.journaledBefore()) {
      String detail = claim.id() + " is there, and was refused as " + refusal;
      verdict.broken(other ? Law.OTHER_CONTENT_IS_REFUSED : Law.REFUSED_IS_ABSENT, detail);
    }
  }

  private boolean isThereWithOtherContent(Claim claim) {
    Object there = contentOf(claim.id());
    return switch (claim.content()) {
      case CampaignCommand.Refund refund ->
          there instanceof CampaignCommand.Refund journaled && !sameRefund(refund, journaled);
      default -> there != null && !there.equals(claim.content());
    };
  }

  /** Whether all was left when all that is left was asked for is the ledger's to know. */
  private static boolean sameRefund(
      CampaignCommand.Refund asked, CampaignCommand.Refund journaled) {
    return asked.donationId().equals(journaled.donationId())
        && asked.amount() != null
        && asked.amount().equals(journaled.amount());
  }

  private @Nullable Object contentOf(String id) {
    if (id.startsWith(REFUND)) {
      JournalBook.JournaledRefund entry = journal.refund(id.substring(REFUND.length()));
      return entry == null
          ? null
          : new CampaignCommand.Refund(
              entry.refund().refundId(),
              entry.refund().donationId(),
              entry.refund().amount(),
              entry.refund().reason());
    }
    JournalBook.JournaledDonation entry = journal.donation(id);
    return entry == null ? null : Mutant.plain(entry.donation());
  }

  private void noteRefusal(Refusal refusal) {
    switch (refusal) {
      case TIMEOUT -> verdict.happened(Happening.AMBIGUOUS_ANSWER);
      case OVERLOADED -> verdict.happened(Happening.OVERLOADED);
      case UNAVAILABLE -> verdict.happened(Happening.UNAVAILABLE);
      case IDEMPOTENCY_MISMATCH -> verdict.happened(Happening.OTHER_CONTENT_REFUSED);
      case CAMPAIGN_NOT_ACTIVE -> verdict.happened(Happening.NOT_ACTIVE);
      case GOAL_EXCEEDED -> verdict.happened(Happening.GOAL_EXCEEDED);
      case REFUND_EXCEEDS_CAPTURED -> verdict.happened(Happening.REFUND_BEYOND_CAPTURED);
      case CAMPAIGN_NOT_FOUND,
          CAMPAIGN_EXISTS,
          ILLEGAL_TRANSITION,
          PRECONDITION_FAILED,
          UNKNOWN_CURRENCY,
          CURRENCY_MISMATCH,
          INVALID_AMOUNT,
          INVALID_FIELD,
          NOT_ZAKAT_ELIGIBLE,
          LIMIT_REACHED,
          ASSESSMENT_NOT_FOUND,
          REMINDER_NOT_FOUND,
          DONATION_NOT_FOUND -> {}
    }
  }

  private void answered(Delivery delivery, CampaignReply.Answered answered) {
    answered.campaign().ifPresent(campaign -> shown(delivery, campaign));
    switch (answered.answer()) {
      case Answer.RefundRecorded refund ->
          delivery.claims().forEach(claim -> refundRecorded(claim, refund));
      case Answer.Refused refused -> {
        delivery.claims().forEach(claim -> refused(claim, refused.refusal()));
      }
      case Answer.Accepted accepted -> {}
      case Answer.DonationsAnswered donations ->
          verdict.broken(Law.NOTHING_IMPOSSIBLE, "a command got " + donations);
      case Answer.ReminderTold told ->
          verdict.broken(Law.NOTHING_IMPOSSIBLE, "a command got " + told);
      case Answer.RemindersListed listed ->
          verdict.broken(Law.NOTHING_IMPOSSIBLE, "a command got " + listed);
    }
  }

  private void refundRecorded(Claim claim, Answer.RefundRecorded refund) {
    claim.answered(Claim.Word.YES);
    JournalBook.JournaledRefund entry = journal.refund(refund.refundId().value());
    if (entry == null || !claim.id().equals(REFUND + refund.refundId())) {
      verdict.broken(Law.ACKNOWLEDGED_IS_JOURNALED, claim.id() + " is not there: " + refund);
      return;
    }
    first(claim, new First(refund.amount(), refund.sequence()), refund.replayed());
    first(claim, new First(entry.refund().amount(), entry.sequence()), true);
    if (refund.refunded().minor() != entry.afterMinor()) {
      verdict.broken(Law.REPLAY_IS_THE_FIRST_ANSWER, refund + ", yet in all " + entry.afterMinor());
    }
    if (refund.replayed()) {
      verdict.happened(Happening.REPLAYED_REFUND);
    }
  }

  private void shown(Delivery delivery, CampaignSummary campaign) {
    long acknowledged = delivery.attempt().acknowledgedBefore();
    if (campaign.sequence() < acknowledged) {
      verdict.broken(
          Law.OWN_WRITES_ARE_READ, campaign.sequence() + " was shown after " + acknowledged);
    }
    JournalBook.Standing standing = journal.standing(campaign.sequence());
    if (standing == null
        || standing.raisedMinor() != campaign.raised().minor()
        || standing.donations() != campaign.donationCount()
        || standing.status() != campaign.status()
        || !standing.milestones().equals(campaign.milestonesReached())
        || !standing.terms().equals(campaign.terms())) {
      verdict.broken(Law.RAISED_IS_THE_SUM, campaign + " is shown, the journal has " + standing);
    }
  }

  private void reported(BatcherReply.Reported reported) {
    if (reported.status().pending() > Workload.PENDING_MAX) {
      verdict.broken(Law.BOUNDS_HOLD, "too many pending: " + reported);
    }
  }

  /** Holds all that was said against the journal as it stands at the end. */
  void close() {
    for (Map.Entry<String, List<Claim>> named : claims.entrySet()) {
      boolean there = contentOf(named.getKey()) != null;
      boolean acknowledged =
          named.getValue().stream().anyMatch(claim -> claim.word() == Claim.Word.YES);
      if (acknowledged && !there) {
        verdict.broken(Law.ACKNOWLEDGED_IS_JOURNALED, named.getKey() + " is lost");
      }
      if (there && named.getValue().stream().allMatch(this::isExcluded)) {
        verdict.broken(
            Law.REFUSED_IS_ABSENT, named.getKey() + " is there, and nobody may have put it there");
      }
    }
  }

  /** Whether what is there cannot have come from this claim. */
  private boolean isExcluded(Claim claim) {
    return claim.word() == Claim.Word.NO || isThereWithOtherContent(claim);
  }
}
