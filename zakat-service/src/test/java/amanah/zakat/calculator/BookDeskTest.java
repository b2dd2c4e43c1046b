package amanah.zakat.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import amanah.cluster.Quorum;
import amanah.zakat.book.BookMessage;
import amanah.zakat.book.BookReply;
import amanah.zakat.domain.RefusalCode;
import amanah.zakat.domain.book.BookAnswer;
import amanah.zakat.domain.book.BookCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BookDeskTest {

  private static final int IN_FLIGHT_MAX = 3;
  private static final int WAITING_MAX = 5;

  /** Writes down what it is told. */
  private static final class WrittenAsker implements BookDesk.Asker {

    private final List<Object> told = new ArrayList<>();

    @Override
    public void answered(BookReply reply) {
      told.add(reply);
    }

    @Override
    public void refused(RefusalCode code, String detail) {
      told.add(code);
    }
  }

  private final TestInbox<BookMessage> book = TestInbox.create();
  private final TestInbox<BookReply> answers = TestInbox.create();
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private Instant askedUntil = Instant.MAX;
  private boolean quorum = true;
  private final BookDesk desk =
      new BookDesk(IN_FLIGHT_MAX, WAITING_MAX, () -> now, Quorum.asFarAs(() -> quorum));

  private List<WrittenAsker> send(int count) {
    List<WrittenAsker> askers = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      WrittenAsker asker = new WrittenAsker();
      desk.take(
          ticket -> new BookMessage.Execute(ticket, new BookCommand.Reset("r"), answers.getRef()),
          askedUntil,
          asker);
      askers.add(asker);
    }
    return askers;
  }

  private void answer(boolean written) {
    BookMessage.Execute execute = (BookMessage.Execute) book.receiveMessage();
    desk.answered(new BookReply.Answered(execute.ticket(), new BookAnswer.Begun(!written)));
  }

  @Test
  void no_more_than_the_bound_is_ever_at_the_book() {
    desk.bookUp(book.getRef());
    desk.bookRecovered();

    send(IN_FLIGHT_MAX + WAITING_MAX);

    assertThat(book.getAllReceived()).hasSize(IN_FLIGHT_MAX);
  }

  @Test
  void each_answer_lets_the_next_one_in_and_reaches_the_one_who_asked() {
    desk.bookUp(book.getRef());
    desk.bookRecovered();
    List<WrittenAsker> askers = send(IN_FLIGHT_MAX + 2);

    for (WrittenAsker asker : askers) {
      answer(true);
      assertThat(asker.told).singleElement().isInstanceOf(BookReply.Answered.class);
    }

    assertThat(book.hasMessages()).isFalse();
    assertThat(desk.isIdle()).isTrue();
  }

  @Test
  void one_more_than_may_wait_is_overloaded_and_the_others_keep_their_places() {
    List<WrittenAsker> askers = send(WAITING_MAX + 1);

    assertThat(askers.getLast().told).containsExactly(RefusalCode.OVERLOADED);
    assertThat(askers.getFirst().told).isEmpty();
  }

  @Test
  void when_the_book_fails_what_it_had_is_unknown_and_what_waits_was_not_recorded() {
    desk.bookUp(book.getRef());
    desk.bookRecovered();
    List<WrittenAsker> askers = send(IN_FLIGHT_MAX + 1);

    desk.bookDown();

    assertThat(askers.getFirst().told).containsExactly(RefusalCode.TIMEOUT);
    assertThat(askers.getLast().told).containsExactly(RefusalCode.UNAVAILABLE);
    assertThat(send(1).getFirst().told).containsExactly(RefusalCode.UNAVAILABLE);
  }

  @Test
  void what_comes_while_the_book_reads_its_journal_is_not_begun_after_its_time() {
    askedUntil = now.plusSeconds(1);
    desk.bookUp(book.getRef());
    List<WrittenAsker> askers = send(1);
    now = now.plusSeconds(2);

    desk.bookRecovered();

    assertThat(book.hasMessages()).isFalse();
    assertThat(askers.getFirst().told).containsExactly(RefusalCode.TIMEOUT);
  }

  @Test
  void what_comes_to_its_turn_too_late_is_never_begun() {
    askedUntil = now.plusSeconds(1);
    List<WrittenAsker> askers = send(1);
    now = now.plusSeconds(2);

    desk.bookUp(book.getRef());
    desk.bookRecovered();

    assertThat(askers.getFirst().told).containsExactly(RefusalCode.TIMEOUT);
    assertThat(book.hasMessages()).isFalse();
  }

  @Test
  void without_a_majority_nothing_goes_in_and_what_was_in_is_unknown() {
    desk.bookUp(book.getRef());
    desk.bookRecovered();
    List<WrittenAsker> before = send(2);
    quorum = false;
    List<WrittenAsker> after = send(1);

    answer(true);
    answer(false);

    assertThat(before)
        .allSatisfy(asker -> assertThat(asker.told).containsExactly(RefusalCode.TIMEOUT));
    assertThat(after.getFirst().told).containsExactly(RefusalCode.UNAVAILABLE);
    assertThat(book.hasMessages()).isFalse();
  }
}
