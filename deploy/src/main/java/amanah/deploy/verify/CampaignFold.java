package amanah.deploy.verify;

import amanah.deploy.verify.JournaledEvent.Gift;
import amanah.deploy.verify.JournaledEvent.Terms;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One campaign as its events tell it, and whether each could follow on those before it.
 *
 * <p>When an event before is missing or unreadable, what would merely follow from that is not found
 * once more: milestones, transitions and refunds of unknown donations are then passed over.
 */
final class CampaignFold {

  private static final int PERCENT_MAX = 1_000;

  private final String campaignId;
  private final JournalVisitor visitor;
  private final Findings findings;
  private final GiftBook gifts = new GiftBook();
  private final MilestoneBook milestones = new MilestoneBook();
  private final StatusFold standing = new StatusFold();
  private final ReminderBook reminders = new ReminderBook();

  private @Nullable Terms terms;
  private BigInteger captured = BigInteger.ZERO;
  private BigInteger refunded = BigInteger.ZERO;
  private BigInteger views = BigInteger.ZERO;
  private boolean whole = true;
  private boolean saidUnopened;
  private long sequence;

  CampaignFold(String campaignId, JournalVisitor visitor, Findings findings) {
    this.campaignId = campaignId;
    this.visitor = visitor;
    this.findings = findings;
  }

  /** An event before is missing or unreadable. */
  void incomplete(long atSequence) {
    sequence = atSequence;
    whole = false;
    milestones.missing();
  }

  void apply(long atSequence, JournaledEvent event) {
    if (!(event instanceof JournaledEvent.Reached)) {
      milestonesMissing();
    }
    sequence = atSequence;
    switch (event) {
      case JournaledEvent.Opened opened -> opened(opened);
      case JournaledEvent.Amended amended -> opening("amended").ifPresent(t -> amended(t, amended));
      case JournaledEvent.Moved moved -> opening("moved").ifPresent(t -> moved(t, moved));
      case JournaledEvent.Recorded recorded -> recorded(recorded);
      case JournaledEvent.Reached milestone ->
          opening("at a milestone").ifPresent(t -> reached(t, milestone));
      case JournaledEvent.Refunded refund -> refunded(refund);
      case JournaledEvent.Viewed viewed -> opening("viewed").ifPresent(t -> viewed(viewed));
      case JournaledEvent.Scheduled scheduled ->
          reminders.scheduled(scheduled).ifPresent(problem -> found(Check.REMINDER, problem));
      case JournaledEvent.Settled settled ->
          reminders.settled(settled, whole).ifPresent(problem -> found(Check.REMINDER, problem));
    }
  }

  /** No event follows. */
  void end() {
    milestonesMissing();
  }

  /** What it has come to, unless it was never opened. */
  Optional<CampaignTotals> totals() {
    return Optional.ofNullable(terms)
        .map(
            known ->
                new CampaignTotals(
                    campaignId,
                    standing.status(),
                    known.currency(),
                    known.goalMinor(),
                    captured,
                    refunded,
                    gifts.donationCount(),
                    gifts.donorCount(),
                    gifts.refundCount(),
                    milestones.all(),
                    views,
                    sequence));
  }

  private void opened(JournaledEvent.Opened opened) {
    if (terms != null) {
      found(Check.OPENING, "found it opened again, expected an opening once");
      return;
    }
    if (!opened.campaignId().equals(campaignId)) {
      found(
          Check.OPENING,
          "found it opened as \"%s\", expected \"%s\"".formatted(opened.campaignId(), campaignId));
    }
    if (sequence != 1 && whole) {
      found(Check.OPENING, "found it opened here, expected its first event to open it");
    }
    checkTerms(opened.terms());
    terms = opened.terms();
    standing.opened(opened.draft());
  }

  private void amended(Terms before, JournaledEvent.Amended amended) {
    Terms after = amended.terms();
    boolean stays = amended.named() && after.equals(before);
    if (!stays) {
      standing.amendmentProblem(before, after).ifPresent(problem -> found(Check.TERMS, problem));
    }
    if (!after.currency().equals(before.currency())) {
      found(Check.TERMS, "found %s, expected %s".formatted(after.currency(), before.currency()));
    }
    if (after.hard() != before.hard() || after.zakatEligible() != before.zakatEligible()) {
      found(Check.TERMS, "found another goal policy or eligibility, expected both as they were");
    }
    checkTerms(after);
    terms = after;
    checkGoal(after);
    sumOrTermsChanged(after);
  }

  private void moved(Terms known, JournaledEvent.Moved moved) {
    standing.moved(known, moved, whole).ifPresent(problem -> found(Check.TRANSITION, problem));
  }

  private void recorded(JournaledEvent.Recorded recorded) {
    for (Gift gift : recorded.gifts()) {
      visitor.donation(campaignId, sequence, gift.donationId(), gift.amountMinor());
    }
    Optional<Terms> opened = opening("given to");
    if (opened.isPresent()) {
      recorded(opened.get(), recorded);
    }
  }

  private void recorded(Terms known, JournaledEvent.Recorded recorded) {
    if (whole && !standing.status().equals(Lifecycle.ACTIVE)) {
      found(Check.CLOSED, "found donations while " + standing.status() + ", expected none");
    } else if (known.hasEnded(recorded.at())) {
      found(
          Check.CLOSED,
          "found donations of %s, expected them before the end at %s"
              .formatted(recorded.at(), known.endsAt()));
    }
    boolean counts = recorded.currency().equals(known.currency());
    if (!counts) {
      found(
          Check.CURRENCY,
          "found donations in %s, expected %s".formatted(recorded.currency(), known.currency()));
    }
    for (Gift gift : recorded.gifts()) {
      gift(known, gift, counts);
    }
    checkGoal(known);
    sumOrTermsChanged(known);
  }

  private void gift(Terms known, Gift gift, boolean counts) {
    if (gift.amountMinor() <= 0) {
      found(
          Check.AMOUNT,
          "found donation %s of %s, expected more than nothing"
              .formatted(gift.donationId(), money(known, BigInteger.valueOf(gift.amountMinor()))));
    }
    if (gift.zakat() && !known.zakatEligible()) {
      found(
          Check.ZAKAT,
          "found donation %s to be zakat, expected sadaqah".formatted(gift.donationId()));
    }
    long before = gifts.add(gift.donationId(), gift.amountMinor(), sequence, gift.donorId());
    if (before != GiftBook.NEVER) {
      found(
          Check.DUPLICATE,
          "found donation %s again, expected it once, at %d".formatted(gift.donationId(), before));
    } else if (counts) {
      captured = captured.add(BigInteger.valueOf(gift.amountMinor()));
    }
  }

  private void reached(Terms known, JournaledEvent.Reached milestone) {
    int percent = milestone.percent();
    boolean again = milestones.has(percent);
    String next = milestones.next();
    boolean due = milestones.take(percent);
    if (!whole) {
      return;
    }
    boolean same =
        milestone.currency().equals(known.currency())
            && BigInteger.valueOf(milestone.raisedMinor()).equals(raised());
    if (!due) {
      found(
          Check.MILESTONE,
          "found %d %%%s with %s raised, expected %s"
              .formatted(percent, again ? " again" : "", money(known, raised()), next));
    } else if (!same) {
      found(
          Check.MILESTONE,
          "found %d %% at %d minor units of %s, expected %s"
              .formatted(
                  percent, milestone.raisedMinor(), milestone.currency(), money(known, raised())));
    }
  }

  private void refunded(JournaledEvent.Refunded refund) {
    visitor.refund(
        campaignId, sequence, refund.refundId(), refund.donationId(), refund.amountMinor());
    Optional<Terms> opened = opening("refunded from");
    if (opened.isEmpty()) {
      return;
    }
    Terms known = opened.get();
    if (!refund.currency().equals(known.currency())) {
      found(
          Check.CURRENCY,
          "found a refund in %s, expected %s".formatted(refund.currency(), known.currency()));
      return;
    }
    GiftBook.Refunding refunding =
        gifts.refund(refund.refundId(), refund.donationId(), refund.amountMinor());
    switch (refunding) {
      case REPEATED ->
          found(
              Check.REFUND, "found refund %s again, expected it once".formatted(refund.refundId()));
      case UNKNOWN -> unknown(refund);
      case TOO_MUCH ->
          found(
              Check.REFUND,
              "found refunds of %s of donation %s, expected at most the %s that were captured"
                  .formatted(
                      money(known, gifts.refunded(refund.donationId())),
                      refund.donationId(),
                      money(known, BigInteger.valueOf(gifts.amount(refund.donationId())))));
      case NOTHING ->
          found(
              Check.REFUND,
              "found refund %s of %s, expected more than nothing"
                  .formatted(
                      refund.refundId(), money(known, BigInteger.valueOf(refund.amountMinor()))));
      case FITS -> {}
    }
    if (refunding != GiftBook.Refunding.REPEATED) {
      refunded = refunded.add(BigInteger.valueOf(refund.amountMinor()));
    }
  }

  private void unknown(JournaledEvent.Refunded refund) {
    if (whole) {
      found(
          Check.REFUND,
          "found refund %s of donation %s, expected a donation before it"
              .formatted(refund.refundId(), refund.donationId()));
    }
  }

  private void viewed(JournaledEvent.Viewed viewed) {
    if (viewed.count() < 1) {
      found(Check.VIEWS, "found %d views, expected one or more".formatted(viewed.count()));
    }
    views = views.add(BigInteger.valueOf(viewed.count()));
  }

  /** The terms; without them there is nothing to hold the event against. */
  private Optional<Terms> opening(String what) {
    if (terms == null && whole && !saidUnopened) {
      saidUnopened = true;
      found(Check.OPENING, "found it " + what + ", expected it to be opened first");
    }
    return Optional.ofNullable(terms);
  }

  private void checkTerms(Terms found) {
    if (found.goalMinor() <= 0) {
      found(
          Check.TERMS,
          "found the goal %d minor units, expected more than nothing".formatted(found.goalMinor()));
    }
    int previous = 0;
    for (int percent : found.milestones()) {
      if (percent <= previous || percent > PERCENT_MAX) {
        found(
            Check.TERMS,
            "found milestones %s, expected ascending percents".formatted(found.milestones()));
        return;
      }
      previous = percent;
    }
  }

  private void checkGoal(Terms known) {
    if (known.hard() && raised().compareTo(BigInteger.valueOf(known.goalMinor())) > 0) {
      found(
          Check.GOAL,
          "found %s raised, expected at most the hard goal %s"
              .formatted(
                  money(known, raised()), money(known, BigInteger.valueOf(known.goalMinor()))));
    }
    if (raised().bitLength() >= Long.SIZE) {
      found(Check.AMOUNT, "found %s raised, expected what can be held".formatted(raised()));
    }
  }

  private void sumOrTermsChanged(Terms known) {
    if (whole) {
      milestones.changed(known, raised());
    }
  }

  private void milestonesMissing() {
    List<Integer> missing = milestones.missing();
    if (!missing.isEmpty()) {
      found(Check.MILESTONE, "found no milestone after this, expected " + missing + " %");
    }
  }

  private BigInteger raised() {
    return captured.subtract(refunded);
  }

  private static String money(Terms known, BigInteger minor) {
    return CampaignTotals.amount(minor, known.currency()) + " " + known.currency();
  }

  private void found(Check check, String detail) {
    findings.add(new Finding(check, campaignId, sequence, detail));
  }
}
