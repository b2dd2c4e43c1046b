package amanah.campaign.stream;

import static amanah.campaign.stream.HandJournal.WELL;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.typed.ActorRef;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.Refusal;
import amanah.campaign.entity.CampaignStirred;
import amanah.id.CampaignId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The actors of one node's streams, over a journal written by hand, with the time in hand too. */
class JournaledStreamsTest {

  private static final CampaignId MOSQUE = CampaignId.of("mosque");
  private static final CampaignId NOBODY = CampaignId.of("nobody");
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final StreamLimits LIMITS = StreamLimit.of(4, 3, 2, 10, 1_000, 1_000_000);

  private final ActorTestKit kit = ActorTestKit.create(ManualTime.config());
  private final ManualTime time = ManualTime.get(kit.system());
  private final AtomicLong nowNanos = new AtomicLong();
  private final HandJournal journal = new HandJournal(LIMITS.page());
  private final Map<CampaignId, ActorRef<CampaignStirred>> followers = new ConcurrentHashMap<>();
  private final JournaledStreams streams =
      JournaledStreams.start(
          kit.system(),
          journal,
          (id, after, replyTo) -> followers.put(id, replyTo),
          LIMITS,
          nowNanos::get);

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  /** Asks for more at once whenever it is told something. */
  private static class EagerListener implements StreamListener {

    private final HandListener told;
    private @Nullable EventStream stream;

    EagerListener(long after) {
      told = new HandListener(after);
    }

    synchronized void start(EventStream opened) {
      stream = opened;
      opened.more();
    }

    synchronized void leave() {
      if (stream != null) {
        stream.close();
      }
    }

    synchronized long position() {
      return told.position();
    }

    synchronized @Nullable StreamEnd end() {
      return told.end();
    }

    synchronized int quiets() {
      return told.quiets();
    }

    @Override
    public synchronized void onEvents(List<StreamedEvent> events) {
      told.onEvents(events);
      more();
    }

    @Override
    public synchronized void onQuiet() {
      told.onQuiet();
      more();
    }

    @Override
    public synchronized void onEnd(StreamEnd end) {
      told.onEnd(end);
    }

    private void more() {
      if (stream != null) {
        stream.more();
      }
    }
  }

  @Test
  void a_stream_goes_from_the_first_event_to_those_to_come() {
    journal.commit(12);
    EagerListener listener = listening(WELL, 0);
    await(() -> listener.position() == 12);

    journal.commit(5);
    stir(WELL);

    await(() -> listener.position() == 17);
  }

  @Test
  void what_a_campaign_did_not_say_is_found_when_the_journal_is_asked() {
    journal.commit(3);
    EagerListener listener = listening(WELL, 3);

    journal.commit(4);

    await(
        () -> {
          time.timePasses(LIMITS.lookInterval());
          return listener.position() == 7;
        });
  }

  @Test
  void one_question_to_the_journal_is_about_all_campaigns() {
    journal.commit(1);
    journal.commit(MOSQUE, 10);
    EagerListener well = listening(WELL, 1);
    EagerListener mosque = listening(MOSQUE, 1);
    journal.commit(1);
    journal.commit(MOSQUE, 10);

    await(
        () -> {
          time.timePasses(LIMITS.lookInterval());
          return well.position() == 2 && mosque.position() == 2;
        });
  }

  @Test
  void a_journal_that_was_away_is_read_on_where_it_was() {
    journal.commit(3);
    EagerListener listener = listening(WELL, 0);
    await(() -> listener.position() == 3);
    journal.failWith(new IllegalStateException("away"));
    journal.commit(3);
    stir(WELL);
    time.timePasses(LIMITS.lookInterval());

    journal.failWith(null);

    await(
        () -> {
          time.timePasses(LIMITS.lookInterval());
          return listener.position() == 6;
        });
    assertThat(listener.end()).isNull();
  }

  @Test
  void a_quiet_campaign_lets_its_listeners_hear_a_heartbeat() {
    journal.commit(1);
    EagerListener listener = listening(WELL, 1);

    await(
        () -> {
          nowNanos.addAndGet(LIMITS.heartbeat().toNanos());
          time.timePasses(Duration.ofSeconds(1));
          return listener.quiets() > 2;
        });
    assertThat(listener.end()).isNull();
  }

  @Test
  void a_campaign_that_is_not_there_is_not_found_until_it_is() {
    assertThat(refusal(NOBODY, 0)).isEqualTo(Refusal.CAMPAIGN_NOT_FOUND);
    journal.commit(NOBODY, 10);

    EagerListener listener = listening(NOBODY, 0);

    await(() -> listener.position() == 1);
  }

  @Test
  void without_a_journal_no_stream_is_opened() {
    journal.failWith(new IllegalStateException("away"));

    assertThat(refusal(WELL, 0)).isEqualTo(Refusal.UNAVAILABLE);
    journal.failWith(null);
    journal.commit(1);

    listening(WELL, 0);
  }

  @Test
  void an_event_that_this_node_cannot_read_ends_the_stream() {
    journal.commit(3);
    EagerListener listener = listening(WELL, 0);
    await(() -> listener.position() == 3);
    journal.failWith(new UnreadablePageException(new IllegalStateException("what.v9")));
    journal.commit(1);
    stir(WELL);

    await(() -> listener.end() == StreamEnd.UNREADABLE);
  }

  @Test
  void one_listener_too_many_at_a_campaign_is_overloaded_until_one_has_left() {
    journal.commit(1);
    List<EagerListener> listeners =
        List.of(listening(WELL, 0), listening(WELL, 0), listening(WELL, 0));

    assertThat(refusal(WELL, 0)).isEqualTo(Refusal.OVERLOADED);
    listeners.getFirst().leave();

    await(() -> open(WELL, new EagerListener(0)) instanceof Reply.Done);
  }

  @Test
  void one_listener_too_many_at_a_node_is_overloaded_until_one_has_left() {
    journal.commit(1);
    journal.commit(MOSQUE, 10);
    EagerListener first = listening(WELL, 0);
    listening(WELL, 0);
    listening(MOSQUE, 0);
    listening(MOSQUE, 0);

    assertThat(refusal(MOSQUE, 0)).isEqualTo(Refusal.OVERLOADED);
    first.leave();

    await(() -> open(MOSQUE, new EagerListener(0)) instanceof Reply.Done);
  }

  @Test
  void one_campaign_too_many_is_overloaded_until_nobody_listens_to_another() {
    journal.commit(1);
    journal.commit(MOSQUE, 10);
    journal.commit(NOBODY, 10);
    EagerListener only = listening(WELL, 0);
    listening(MOSQUE, 0);

    assertThat(refusal(NOBODY, 0)).isEqualTo(Refusal.OVERLOADED);
    only.leave();

    await(() -> open(NOBODY, new EagerListener(0)) instanceof Reply.Done);
  }

  @Test
  void refused_ones_keep_no_place() {
    journal.commit(1);
    for (int time = 0; time < 2 * LIMITS.listenersMax(); time++) {
      assertThat(refusal(NOBODY, 0)).isEqualTo(Refusal.CAMPAIGN_NOT_FOUND);
    }

    listening(WELL, 0);
  }

  @Test
  void a_node_that_stops_ends_all_streams_and_takes_no_more() {
    journal.commit(1);
    journal.commit(MOSQUE, 10);
    List<EagerListener> listeners = List.of(listening(WELL, 0), listening(MOSQUE, 1));

    streams.stop().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();

    assertThat(listeners)
        .allSatisfy(listener -> assertThat(listener.end()).isEqualTo(StreamEnd.STOPPING));
    assertThat(refusal(WELL, 0)).isEqualTo(Refusal.UNAVAILABLE);
  }

  @Test
  void a_tail_that_fails_ends_its_streams_and_the_next_listener_gets_a_new_one() {
    journal.commit(3);
    EagerListener broken =
        new EagerListener(0) {
          @Override
          public synchronized void onEvents(List<StreamedEvent> events) {
            throw new IllegalStateException("a listener that throws");
          }
        };
    EagerListener other = listening(WELL, 3);
    assertThat(open(WELL, broken)).isInstanceOf(Reply.Done.class);

    await(() -> other.end() == StreamEnd.FAILED);
    await(() -> open(WELL, new EagerListener(0)) instanceof Reply.Done);
  }

  private EagerListener listening(CampaignId campaignId, long after) {
    EagerListener listener = new EagerListener(after);
    assertThat(open(campaignId, listener)).isInstanceOf(Reply.Done.class);
    return listener;
  }

  private Refusal refusal(CampaignId campaignId, long after) {
    return switch (open(campaignId, new EagerListener(after))) {
      case Reply.Done<EventStream> done -> throw new AssertionError("it was opened");
      case Reply.Refused<EventStream> refused -> refused.refusal();
    };
  }

  private Reply<EventStream> open(CampaignId campaignId, EagerListener listener) {
    Reply<EventStream> reply =
        streams
            .open(campaignId, listener.position(), listener)
            .toCompletableFuture()
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .join();
    if (reply instanceof Reply.Done<EventStream> done) {
      listener.start(done.value());
    }
    return reply;
  }

  /** The campaign says that it has moved on, once somebody follows it. */
  private void stir(CampaignId campaignId) {
    await(() -> followers.containsKey(campaignId));
    Objects.requireNonNull(followers.get(campaignId))
        .tell(new CampaignStirred(journal.committed()));
    time.timePasses(LIMITS.pace());
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it has not happened").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
