package amanah.deploy.faults.load;

import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.books.Floor;
import amanah.deploy.faults.books.SecondBook;
import amanah.deploy.faults.cluster.Pause;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What some callers do after a donation was acknowledged, and what must come of it. */
final class FollowUps {

  private static final int PERIOD = 20;
  private static final int REPEATS = 0;
  private static final int REPEATS_OTHERWISE = 5;
  private static final int REFUNDS = 10;
  private static final int READS = 15;
  private static final int READS_DONATION = 12;
  private static final int REFUNDS_TOO_MUCH = 17;
  private static final long LATER_MILLIS = 500;
  private static final long LATER_MILLIS_RANGE = 2500;

  private final Caller caller;
  private final Bodies bodies;
  private final SecondBook book;
  private final Findings findings;
  private final Totals totals;
  private final Pause pause;

  FollowUps(Caller caller, SecondBook book, Findings findings, Totals totals, Pause pause) {
    this.caller = caller;
    this.bodies = new Bodies(book.planned());
    this.book = book;
    this.findings = findings;
    this.totals = totals;
    this.pause = pause;
  }

  /** Whether that one is refunded here. */
  static boolean refunds(long number) {
    return number % PERIOD == REFUNDS;
  }

  /** Does what donation {@code number} is for, which {@code node} acknowledged so. */
  void after(long number, int node, JsonNode acknowledged) throws InterruptedException {
    switch ((int) (number % PERIOD)) {
      case REPEATS -> {
        later(number);
        repeat(number, node, acknowledged);
      }
      case REPEATS_OTHERWISE -> {
        later(number);
        repeatOtherwise(number, node);
      }
      case REFUNDS -> {
        later(number);
        refund(number, node);
      }
      case READS -> read(book.planned().campaign(number), node);
      case READS_DONATION -> settled(number, bodies.readDonation(number), node);
      case REFUNDS_TOO_MUCH -> settled(number, bodies.refundTooMuch(number), node);
      default -> {}
    }
  }

  private void later(long number) throws InterruptedException {
    pause.await(Duration.ofMillis(LATER_MILLIS + number * 7919 % LATER_MILLIS_RANGE));
  }

  private void repeat(long number, int node, JsonNode acknowledged) throws InterruptedException {
    Settled settled = caller.settle(bodies.donate(number), node);
    switch (settled.answer()) {
      case Answer.Yes yes -> {
        boolean same =
            yes.replayed()
                && yes.body().path("amount").equals(acknowledged.path("amount"))
                && yes.body().path("sequence").asLong() == acknowledged.path("sequence").asLong();
        if (same) {
          totals.replayed();
        } else {
          note(
              Finding.Kind.REPLAY,
              number,
              "was answered " + acknowledged + " and when repeated " + yes);
        }
      }
      case Answer.No no -> note(Finding.Kind.REPLAY, number, "was acknowledged, then " + no);
      case Answer.Unclassified defect -> unclassified(number, defect);
      case Answer.Ambiguous unknown -> {}
    }
  }

  private void repeatOtherwise(long number, int node) throws InterruptedException {
    Settled settled = caller.settle(bodies.donateOtherwise(number), node);
    switch (settled.answer()) {
      case Answer.No no -> {
        if (no.code().equals("idempotency_mismatch")) {
          totals.mismatched();
        } else {
          note(Finding.Kind.REPLAY, number, "with another amount was answered " + no);
        }
      }
      case Answer.Yes yes ->
          note(Finding.Kind.REPLAY, number, "with another amount was acknowledged: " + yes);
      case Answer.Unclassified defect -> unclassified(number, defect);
      case Answer.Ambiguous unknown -> {}
    }
  }

  private void refund(long number, int node) throws InterruptedException {
    book.refundAsked(number);
    Settled settled = caller.settle(bodies.refund(number), node);
    switch (settled.answer()) {
      case Answer.Yes yes -> {
        book.refunded(number, Bodies.minor(yes.body().path("amount").path("amount").asText()));
        totals.refunded();
      }
      case Answer.No no -> note(Finding.Kind.REFUND, number, "could not be refunded: " + no);
      case Answer.Unclassified defect -> unclassified(number, defect);
      case Answer.Ambiguous unknown -> {}
    }
  }

  private void read(int campaign, int node) throws InterruptedException {
    Floor floor = book.floor(campaign);
    Settled settled = caller.settle(bodies.read(campaign), node);
    switch (settled.answer()) {
      case Answer.Yes yes -> {
        long donations = yes.body().path("donationCount").asLong();
        long raised = Bodies.minor(yes.body().path("raised").path("amount").asText());
        long raisedMin = floor.minor() - book.refundsAskedMinor(campaign);
        if (donations >= floor.donations() && raised >= raisedMin) {
          totals.read();
        } else {
          findings.note(
              Finding.Kind.STALE_READ,
              "campaign %s was read through node %d as %d donations and %d cents, after %s"
                  .formatted(
                      book.planned().campaigns().get(campaign),
                      settled.node(),
                      donations,
                      raised,
                      floor));
        }
      }
      case Answer.No no ->
          unclassified(campaign, new Answer.Unclassified(no.status(), no.code(), ""));
      case Answer.Unclassified defect -> unclassified(campaign, defect);
      case Answer.Ambiguous unknown -> {}
    }
  }

  /** Whether it was answered right is the history's to say. */
  private void settled(long number, Request request, int node) throws InterruptedException {
    if (caller.settle(request, node).answer() instanceof Answer.Unclassified defect) {
      unclassified(number, defect);
    }
  }

  private void unclassified(long number, Answer.Unclassified defect) {
    note(Finding.Kind.UNCLASSIFIED, number, "was answered " + defect);
  }

  private void note(Finding.Kind kind, long number, String sentence) {
    findings.note(kind, "donation " + book.planned().donationId(number) + " " + sentence);
  }
}
