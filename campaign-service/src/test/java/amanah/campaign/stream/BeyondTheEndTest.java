package amanah.campaign.stream;

import static amanah.campaign.stream.HandJournal.WELL;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Listeners who say that they know an event that has not happened, or seems not to have. */
class BeyondTheEndTest {

  private static final StreamLimits LIMITS = StreamLimit.of(4, 3, 2, 10, 1_000, 1_000_000);

  private final ActorTestKit kit = ActorTestKit.create();
  private final HandJournal journal = new HandJournal(LIMITS.page());
  private final JournaledStreams streams =
      JournaledStreams.start(
          kit.system(), journal, (id, after, replyTo) -> {}, LIMITS, System::nanoTime);

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  @Test
  void the_first_who_says_so_is_refused_with_the_last_number_that_there_is() {
    journal.commit(12);

    assertThat(open(13))
        .isEqualTo(
            new Reply.Refused<>(
                Refusal.INVALID_FIELD,
                "after 13, expected at most 12, the number of the campaign's last event"));
  }

  @Test
  void one_who_says_so_beside_others_is_refused_and_they_stay() {
    journal.commit(12);
    HandListener first = new HandListener(12);
    streams.open(WELL, 12, first).toCompletableFuture().join();

    Reply<EventStream> second = open(14);

    assertThat(second).isInstanceOf(Reply.Refused.class);
    assertThat(first.end()).isNull();
  }

  /** Another node may have told it. */
  @Test
  void one_who_knows_what_the_node_has_not_heard_of_is_taken() {
    journal.commit(12);
    open(12);
    journal.commit(5);

    assertThat(open(17)).isInstanceOf(Reply.Done.class);
  }

  @Test
  void a_journal_that_does_not_say_is_no_reason_to_refuse_for_ever() {
    journal.commit(12);
    open(12);
    journal.failWith(new IllegalStateException("away"));

    Reply.Refused<EventStream> refused = (Reply.Refused<EventStream>) open(13);

    assertThat(refused.refusal()).isEqualTo(Refusal.UNAVAILABLE);
  }

  private Reply<EventStream> open(long after) {
    return streams.open(WELL, after, new HandListener(after)).toCompletableFuture().join();
  }
}
