package amanah.deploy.faults.load;

import amanah.deploy.faults.books.Acknowledgement;
import amanah.deploy.faults.books.Finding;
import amanah.deploy.faults.books.Floor;
import amanah.deploy.faults.books.SecondBook;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Single questions about a campaign through one node: what was acknowledged before a question began
 * must be in its answer, whoever answers.
 */
final class Questions {

  private static final int NOT_FOUND = 404;
  private static final String NO_SUCH_DONATION = "donation_not_found";
  private static final int REFUNDED_EACH = 3;
  private static final int UNKNOWN_IDS = 1_000_000;

  private final Caller caller;
  private final Bodies bodies;
  private final SecondBook book;
  private final ReservedNumbers numbers;
  private final Findings findings;
  private final Totals totals;
  private final Set<Long> refundsAsked = ConcurrentHashMap.newKeySet();

  /** What can be asked. */
  enum Question {
    /** How much a campaign has raised. */
    READ,
    /** For a donation that is known. */
    LOOK_UP,
    /** A donation that is known once more, which is answered as the first time. */
    REPEAT,
    /** Its id with another amount, which is refused. */
    REPEAT_OTHERWISE,
    /** A refund of a donation that nobody gave, which is refused. */
    REFUND_UNKNOWN,
    /** A refund of one that is known, which is done once. */
    REFUND
  }

  Questions(
      Caller caller, SecondBook book, ReservedNumbers numbers, Findings findings, Totals totals) {
    this.caller = caller;
    this.bodies = new Bodies(book.planned());
    this.book = book;
    this.numbers = numbers;
    this.findings = findings;
    this.totals = totals;
  }

  /** Asks once through that node, and notes what is wrong with the answer. */
  void ask(Question question, int campaign, int node, RandomGenerator chance)
      throws InterruptedException {
    Optional<Acknowledgement> known = known(campaign, chance);
    if (known.isEmpty() && question != Question.REFUND_UNKNOWN) {
      read(campaign, node);
      return;
    }
    switch (question) {
      case READ -> read(campaign, node);
      case LOOK_UP -> lookUp(known.orElseThrow(), node);
      case REPEAT -> repeat(known.orElseThrow(), node);
      case REPEAT_OTHERWISE -> repeatOtherwise(known.orElseThrow().number(), node);
      case REFUND_UNKNOWN ->
          refundUnknown(numbers.neverGiven(campaign, chance.nextInt(UNKNOWN_IDS)), node);
      case REFUND -> refund(known.orElseThrow().number(), node);
    }
  }

  /** One of those acknowledged: every other time the newest, which a node left behind lacks. */
  private Optional<Acknowledgement> known(int campaign, RandomGenerator chance) {
    int count = book.count(campaign);
    if (count == 0) {
      return Optional.empty();
    }
    int index = chance.nextBoolean() ? count - 1 : chance.nextInt(count);
    return Optional.of(book.get(campaign, index));
  }

  private void read(int campaign, int node) throws InterruptedException {
    Floor floor = book.floor(campaign);
    String id = book.planned().campaigns().get(campaign);
    switch (caller.once(bodies.read(campaign), node)) {
      case Answer.Yes yes -> {
        long donations = yes.body().path("donationCount").asLong();
        long raised = Bodies.minor(yes.body().path("raised").path("amount").asText());
        totals.asked();
        if (donations < floor.donations()
            || raised < floor.minor() - book.refundsAskedMinor(campaign)) {
          findings.note(
              Finding.Kind.STALE_READ,
              "campaign %s was read through node %d as %d donations and %d cents, after %s"
                  .formatted(id, node, donations, raised, floor));
        }
      }
      case Answer.No no -> wrong("a read of " + id, node, no);
      case Answer.Unclassified defect -> wrong("a read of " + id, node, defect);
      case Answer.Ambiguous unknown -> {}
    }
  }

  private void lookUp(Acknowledgement told, int node) throws InterruptedException {
    long number = told.number();
    String id = book.planned().donationId(number);
    String campaign = book.planned().campaigns().get(book.planned().campaign(number));
    Request request = Request.get("/v1/campaigns/" + campaign + "/donations/" + id);
    switch (caller.once(request, node)) {
      case Answer.Yes yes -> {
        long sequence = yes.body().path("history").path(0).path("sequence").asLong();
        same(told, sequence, yes, node);
      }
      case Answer.No no -> wrong("a look at the acknowledged " + id, node, no);
      case Answer.Unclassified defect when defect.status() == NOT_FOUND ->
          findings.note(
              Finding.Kind.STALE_READ,
              "the acknowledged %s was not found through node %d: %s".formatted(id, node, defect));
      case Answer.Unclassified defect -> wrong("a look at the acknowledged " + id, node, defect);
      case Answer.Ambiguous unknown -> {}
    }
  }

  private void repeat(Acknowledgement told, int node) throws InterruptedException {
    String what = "a repeat of the acknowledged " + book.planned().donationId(told.number());
    switch (caller.once(bodies.donate(told.number()), node)) {
      case Answer.Yes yes when !yes.replayed() -> replay(what, node, yes);
      case Answer.Yes yes -> same(told, yes.body().path("sequence").asLong(), yes, node);
      case Answer.No no -> replay(what, node, no);
      case Answer.Unclassified defect -> wrong(what, node, defect);
      case Answer.Ambiguous unknown -> {}
    }
  }

  private void repeatOtherwise(long number, int node) throws InterruptedException {
    String what = book.planned().donationId(number) + " with another amount";
    switch (caller.once(bodies.donateOtherwise(number), node)) {
      case Answer.No no when no.code().equals("idempotency_mismatch") -> totals.asked();
      case Answer.No no -> replay(what, node, no);
      case Answer.Yes yes -> replay(what, node, yes);
      case Answer.Unclassified defect -> wrong(what, node, defect);
      case Answer.Ambiguous unknown -> {}
    }
  }

  private void refundUnknown(long number, int node) throws InterruptedException {
    String what = "a refund of " + book.planned().donationId(number) + ", which nobody gave,";
    switch (caller.once(bodies.refund(number), node)) {
      case Answer.Unclassified defect when isNoSuchDonation(defect) -> totals.asked();
      case Answer.Unclassified defect -> wrong(what, node, defect);
      case Answer.No no -> refund(what, node, no);
      case Answer.Yes yes -> refund(what, node, yes);
      case Answer.Ambiguous unknown -> {}
    }
  }

  /** Of a third of all, so that gifts in full stay; those of the load's followers are theirs. */
  private void refund(long number, int node) throws InterruptedException {
    if (number % REFUNDED_EACH != 0 || FollowUps.refunds(number)) {
      read(book.planned().campaign(number), node);
      return;
    }
    if (refundsAsked.add(number)) {
      book.refundAsked(number);
    }
    String what = "a refund of the acknowledged " + book.planned().donationId(number);
    switch (caller.once(bodies.refund(number), node)) {
      case Answer.Yes yes -> {
        totals.asked();
        book.refunded(number, Bodies.minor(yes.body().path("amount").path("amount").asText()));
      }
      case Answer.No no -> refund(what, node, no);
      case Answer.Unclassified defect when defect.status() == NOT_FOUND ->
          refund(what, node, defect);
      case Answer.Unclassified defect -> wrong(what, node, defect);
      case Answer.Ambiguous unknown -> {}
    }
  }

  private void same(Acknowledgement told, long sequence, Answer.Yes yes, int node) {
    totals.asked();
    long amount = Bodies.minor(yes.body().path("amount").path("amount").asText());
    if (sequence != told.sequence() || amount != told.amountMinor()) {
      replay("what was told as " + told, node, yes);
    }
  }

  private static boolean isNoSuchDonation(Answer.Unclassified defect) {
    return defect.status() == NOT_FOUND && defect.code().equals(NO_SUCH_DONATION);
  }

  private void replay(String what, int node, Answer answer) {
    note(Finding.Kind.REPLAY, what, node, answer);
  }

  private void refund(String what, int node, Answer answer) {
    note(Finding.Kind.REFUND, what, node, answer);
  }

  private void wrong(String what, int node, Answer answer) {
    note(Finding.Kind.UNCLASSIFIED, what, node, answer);
  }

  private void note(Finding.Kind kind, String what, int node, Answer answer) {
    findings.note(kind, what + " was answered through node " + node + " " + answer);
  }
}
