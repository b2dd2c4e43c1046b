package amanah.campaign.domain;

import amanah.money.Money;
import amanah.time.Moment;
import java.math.BigInteger;
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
 * A campaign computed a second time, in the plainest way: maps, sets and numbers without end. It
 * says in one word what should follow from a command, and sums up from its maps what should stand.
 */
final class CampaignModel {

  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger ADMITTED_MAX = BigInteger.TEN.pow(15);
  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  final Map<String, Donation> captured = new HashMap<>();
  final Map<String, CampaignCommand.Refund> refunds = new HashMap<>();
  final Map<String, BigInteger> refundAmounts = new HashMap<>();
  private final Set<String> gaveBackTheRest = new HashSet<>();
  final Set<Integer> reached = new TreeSet<>();
  CampaignTerms terms;
  CampaignStatus status;
  boolean endedByTime;
  long views;
  long events = 1;
  private final CampaignCommand.Open opening;

  CampaignModel(CampaignCommand.Open opening) {
    this.opening = opening;
    this.terms = opening.terms();
    this.status = opening.draft() ? CampaignStatus.DRAFT : CampaignStatus.ACTIVE;
  }

  /** The word for the answer to a command, as {@link Story#word(Answer)} has it. */
  String expected(CampaignCommand command, Moment now) {
    return switch (command) {
      case CampaignCommand.Open open -> open.equals(opening) ? "replayed" : "CAMPAIGN_EXISTS";
      case CampaignCommand.Amend amend -> amend(amend, now);
      case CampaignCommand.ChangeStatus change -> change(change, now);
      case CampaignCommand.RecordDonations batch -> record(batch.donations(), now);
      case CampaignCommand.Refund refund -> refund(refund);
      case CampaignCommand.RecordViews counted -> view(counted.count());
      case CampaignCommand.DoWhatIsDue end -> end(now);
      case CampaignCommand.ScheduleReminder schedule -> throw notAsked(schedule);
      case CampaignCommand.CancelReminder cancel -> throw notAsked(cancel);
      case CampaignCommand.ListReminders list -> throw notAsked(list);
    };
  }

  /** Reminders have a model of their own. */
  private static IllegalArgumentException notAsked(CampaignCommand command) {
    return new IllegalArgumentException(command.toString());
  }

  /** It was recorded before anything was asked of donations. */
  void hasFormer(Donation donation) {
    captured.put(donation.donationId().value(), donation);
    events++;
  }

  BigInteger raised() {
    BigInteger sum = BigInteger.ZERO;
    for (Donation donation : captured.values()) {
      sum = sum.add(minor(donation.amount()));
    }
    for (BigInteger refund : refundAmounts.values()) {
      sum = sum.subtract(refund);
    }
    return sum;
  }

  BigInteger refundedOf(String donationId) {
    return refunds.values().stream()
        .filter(refund -> refund.donationId().value().equals(donationId))
        .map(refund -> Objects.requireNonNull(refundAmounts.get(refund.refundId().value())))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  long donors() {
    Set<String> ids = new HashSet<>();
    for (Donation donation : captured.values()) {
      if (donation.donor() != null && donation.donor().donorId() != null) {
        ids.add(donation.donor().donorId().value());
      }
    }
    return ids.size();
  }

  private String record(List<Donation> donations, Moment now) {
    List<String> words = new ArrayList<>();
    boolean taken = false;
    boolean late = false;
    for (Donation donation : donations) {
      String word = donation(donation, now);
      taken |= word.equals("done");
      late |= word.equals("CAMPAIGN_NOT_ACTIVE") && status == CampaignStatus.ACTIVE;
      words.add(word);
    }
    if (taken) {
      events += 1 + reach();
    } else if (late) {
      end(now);
    }
    return String.join(" ", words);
  }

  private String donation(Donation donation, Moment now) {
    Donation first = captured.get(donation.donationId().value());
    if (first != null) {
      return same(first, donation) ? "replayed" : "IDEMPOTENCY_MISMATCH";
    }
    BigInteger amount = minor(donation.amount());
    BigInteger after = raised().add(amount);
    if (status != CampaignStatus.ACTIVE || ended(now)) {
      boolean certain = now.trusted() || status != CampaignStatus.ACTIVE;
      return certain ? "CAMPAIGN_NOT_ACTIVE" : "UNAVAILABLE";
    } else if (donation.amount().currency().equals(Donations.DEM)) {
      return now.trusted() ? "UNKNOWN_CURRENCY" : "UNAVAILABLE";
    } else if (amount.compareTo(ADMITTED_MAX) > 0) {
      return "INVALID_AMOUNT";
    } else if (!sameCurrency(donation.amount())) {
      return "CURRENCY_MISMATCH";
    } else if (amount.signum() <= 0 || after.compareTo(LONG_MAX) > 0) {
      return "INVALID_AMOUNT";
    } else if (terms.goalPolicy() == GoalPolicy.HARD && after.compareTo(minor(terms.goal())) > 0) {
      return "GOAL_EXCEEDED";
    } else if (donation.designation() == Designation.ZAKAT && !terms.zakatEligible()) {
      return "NOT_ZAKAT_ELIGIBLE";
    }
    captured.put(donation.donationId().value(), donation);
    return "done";
  }

  private String refund(CampaignCommand.Refund refund) {
    CampaignCommand.Refund first = refunds.get(refund.refundId().value());
    if (first != null) {
      return repeats(first, refund) ? "replayed" : "IDEMPOTENCY_MISMATCH";
    }
    Donation donation = captured.get(refund.donationId().value());
    if (donation == null) {
      return "DONATION_NOT_FOUND";
    }
    BigInteger left = minor(donation.amount()).subtract(refundedOf(refund.donationId().value()));
    Money asked = refund.amount();
    if (asked != null && !sameCurrency(asked)) {
      return "CURRENCY_MISMATCH";
    } else if (asked != null && asked.minor() <= 0) {
      return "INVALID_AMOUNT";
    } else if (left.signum() == 0 || (asked != null && minor(asked).compareTo(left) > 0)) {
      return "REFUND_EXCEEDS_CAPTURED";
    }
    refunds.put(refund.refundId().value(), refund);
    BigInteger given = asked == null ? left : minor(asked);
    refundAmounts.put(refund.refundId().value(), given);
    if (given.equals(left)) {
      gaveBackTheRest.add(refund.refundId().value());
    }
    events++;
    return "done";
  }

  private boolean repeats(CampaignCommand.Refund first, CampaignCommand.Refund again) {
    Money amount = again.amount();
    return first.donationId().equals(again.donationId())
        && Objects.equals(first.reason(), again.reason())
        && (amount == null
            ? gaveBackTheRest.contains(first.refundId().value())
            : sameCurrency(amount)
                && minor(amount).equals(refundAmounts.get(first.refundId().value())));
  }

  private boolean isElsewhere(@Nullable Long expectedSequence) {
    return expectedSequence != null && expectedSequence != events;
  }

  private String amend(CampaignCommand.Amend amend, Moment now) {
    CampaignTerms amended =
        new CampaignTerms(
            amend.title().orElse(terms.title()),
            amend.goal().orElse(terms.goal()),
            amend.endsAt().orElse(terms.endsAt()),
            terms.goalPolicy(),
            terms.zakatEligible(),
            amend.milestones().orElse(terms.milestones()));
    boolean hard = terms.goalPolicy() == GoalPolicy.HARD;
    if (isElsewhere(amend.expectedSequence())) {
      return "PRECONDITION_FAILED";
    } else if (amended.equals(terms)) {
      return "replayed";
    } else if (closed() && !(endedByTime && Terms.ending(terms.endsAt(), amended).equals(terms))) {
      return "CAMPAIGN_NOT_ACTIVE";
    } else if (!sameCurrency(amended.goal())) {
      return "CURRENCY_MISMATCH";
    } else if (hard && minor(amended.goal()).compareTo(raised()) < 0) {
      return "INVALID_AMOUNT";
    } else if (amended.title().isBlank()) {
      return "INVALID_FIELD";
    } else if (amended.goal().minor() <= 0) {
      return "INVALID_AMOUNT";
    } else if (amend
        .endsAt()
        .filter(end -> !end.equals(terms.endsAt()))
        .filter(end -> !end.isAfter(now.at()))
        .isPresent()) {
      return now.trusted() ? "INVALID_FIELD" : "UNAVAILABLE";
    }
    terms = amended;
    events += 1 + reach();
    return "done";
  }

  private String change(CampaignCommand.ChangeStatus change, Moment now) {
    CampaignStatus target = change.target();
    boolean way =
        switch (status) {
          case DRAFT -> target == CampaignStatus.ACTIVE || target == CampaignStatus.CANCELLED;
          case ACTIVE, PAUSED -> target != CampaignStatus.DRAFT;
          case COMPLETED -> endedByTime && target == CampaignStatus.ACTIVE;
          case CANCELLED -> false;
        };
    if (isElsewhere(change.expectedSequence())) {
      return "PRECONDITION_FAILED";
    } else if (target == status) {
      return "replayed";
    } else if (!way) {
      return "ILLEGAL_TRANSITION";
    } else if (endedByTime && change.reason() == null) {
      return "INVALID_FIELD";
    } else if (target == CampaignStatus.ACTIVE && ended(now)) {
      return now.trusted() ? "ILLEGAL_TRANSITION" : "UNAVAILABLE";
    }
    status = target;
    endedByTime = target == CampaignStatus.COMPLETED && ended(now);
    events++;
    return "done";
  }

  private String view(long count) {
    if (count == 0) {
      return "replayed";
    }
    views += count;
    events++;
    return "done";
  }

  private String end(Moment now) {
    if (!now.trusted() || !ended(now) || closed() || status == CampaignStatus.DRAFT) {
      return "replayed";
    }
    status = CampaignStatus.COMPLETED;
    endedByTime = true;
    events++;
    return "done";
  }

  /** Notes the milestones that hold now, and says how many are new. */
  private long reach() {
    BigInteger percent = raised().multiply(HUNDRED);
    return terms.milestones().percents().stream()
        .filter(
            each -> percent.compareTo(minor(terms.goal()).multiply(BigInteger.valueOf(each))) >= 0)
        .filter(reached::add)
        .count();
  }

  private boolean closed() {
    return status == CampaignStatus.COMPLETED || status == CampaignStatus.CANCELLED;
  }

  private boolean ended(Moment now) {
    return terms.endsAt() != null && !now.at().isBefore(terms.endsAt());
  }

  private boolean sameCurrency(Money money) {
    return money.currency().equals(opening.terms().goal().currency());
  }

  /** Equal in all that was said; a donor without name and id says nothing. */
  private static boolean same(Donation first, Donation again) {
    Donor nobody = new Donor(null, null, false);
    Donor one = Objects.requireNonNullElse(first.donor(), nobody);
    Donor other = Objects.requireNonNullElse(again.donor(), nobody);
    return one.equals(other) && Donations.from(null, first).equals(Donations.from(null, again));
  }

  private static BigInteger minor(Money money) {
    return BigInteger.valueOf(money.minor());
  }
}
