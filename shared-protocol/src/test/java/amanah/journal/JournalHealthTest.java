package amanah.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalHealthTest {

  private final List<CompletableFuture<Object>> questions = new ArrayList<>();
  private long nanoTime = Long.MAX_VALUE - 5;
  private final JournalHealth health = new JournalHealth(this::ask, () -> nanoTime);

  @Test
  void a_journal_that_answers_is_reachable() {
    CompletableFuture<JournalHealth.Report> report = check();
    assertThat(report).isNotDone();

    questions.getFirst().complete(1);

    assertThat(report.join().reachable()).isTrue();
  }

  @Test
  void a_journal_that_refuses_is_not_reachable_and_says_why() {
    CompletableFuture<JournalHealth.Report> report = check();

    questions.getFirst().completeExceptionally(wrapped(new SQLException("starting up", "57P03")));

    assertThat(report.join().reachable()).isFalse();
    assertThat(report.join().detail())
        .isEqualTo("the journal refuses: the server is starting or stopping");
  }

  /** The page is public: the driver names addresses and users, and this says none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "08001 | 10.1.2.3 | nothing listens where it should be",
        "28P01 | role ann | the password is not accepted",
        "28000 | role ann | the user is not let in",
        "3D000 | base x   | there is no database of that name",
        "53300 | role ann | no session is left",
        "08006 | 10.1.2.3 | the connection is lost, or there is none",
        "57P01 | 10.1.2.3 | the server is stopping",
        "99999 | role ann | for a reason that stands in this node's log",
        "      | role ann | for a reason that stands in this node's log",
      })
  void the_drivers_words_are_not_quoted(String state, String names, String said) {
    CompletableFuture<JournalHealth.Report> report = check();
    SQLException refused = new SQLException("FATAL: " + names + " refused", state);
    if ("08001".equals(state)) {
      refused.initCause(new ConnectException(names));
    }

    questions.getFirst().completeExceptionally(wrapped(refused));

    assertThat(report.join().detail()).isEqualTo("the journal refuses: " + said);
  }

  private static IllegalStateException wrapped(SQLException refused) {
    return new IllegalStateException(refused.getMessage(), refused);
  }

  @Test
  void a_pool_that_takes_no_work_is_not_reachable() {
    JournalHealth full =
        new JournalHealth(
            () -> {
              throw new IllegalStateException("queue is full");
            },
            () -> nanoTime);

    assertThat(full.check().toCompletableFuture().join().reachable()).isFalse();
  }

  @Test
  void a_finding_is_kept_for_a_second() {
    assertThat(check()).isNotDone();
    questions.getFirst().complete(1);
    nanoTime += Duration.ofMillis(999).toNanos();
    assertThat(check()).isDone();
    assertThat(questions).hasSize(1);

    nanoTime += Duration.ofMillis(1).toNanos();

    assertThat(check()).isNotDone();
    assertThat(questions).hasSize(2);
  }

  @Test
  void a_journal_that_stays_silent_is_not_reachable_and_not_asked_again_until_it_speaks() {
    CompletableFuture<JournalHealth.Report> report = check();

    assertThat(report.join().reachable()).isFalse();
    assertThat(report.join().detail()).contains("has not answered");
    nanoTime += Duration.ofSeconds(30).toNanos();
    assertThat(check().join().reachable()).isFalse();
    assertThat(questions).hasSize(1);

    questions.getFirst().complete(1);

    assertThat(check()).isNotDone();
    assertThat(questions).hasSize(2);
  }

  private CompletableFuture<JournalHealth.Report> check() {
    return health.check().toCompletableFuture();
  }

  private CompletableFuture<Object> ask() {
    questions.add(new CompletableFuture<>());
    return questions.getLast();
  }
}
