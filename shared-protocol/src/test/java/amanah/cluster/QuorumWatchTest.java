package amanah.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.Address;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.receptionist.Receptionist;
import amanah.testing.ActorTestKitExtension;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A watch among two others that the test plays; its lease is too long for it to ask by itself. */
class QuorumWatchTest {

  private static final long NEVER = -1;
  private static final long OWN_UID = 1;
  private static final long OTHER_UID = 2;

  @RegisterExtension
  static final ActorTestKitExtension AKKA =
      new ActorTestKitExtension(ConfigFactory.parseString("akka.loglevel = WARNING"));

  private final AtomicLong heardNanos = new AtomicLong(NEVER);
  private final AtomicLong now = new AtomicLong();
  private final Set<Address> members = new HashSet<>();
  private final Set<Long> unreachable = new HashSet<>();
  private TestProbe<QuorumMessage> one;
  private TestProbe<QuorumMessage> two;
  private ActorRef<QuorumMessage> watch;

  @BeforeEach
  void start() {
    one = AKKA.kit().createTestProbe();
    two = AKKA.kit().createTestProbe();
    watch =
        AKKA.kit().spawn(QuorumWatch.create(now::get, new Seen(), heardNanos, Duration.ofDays(1)));
    members(3);
    listed(Set.of(watch, one.getRef(), two.getRef()));
  }

  /** What the watch sees: members by their places, and those that it sees as unreachable. */
  private final class Seen implements Membership {

    @Override
    public long uid() {
      return OWN_UID;
    }

    @Override
    public Set<Address> voters() {
      return members;
    }

    @Override
    public boolean isReachable(Address address, long uid) {
      return uid == OWN_UID || (members.contains(address) && !unreachable.contains(uid));
    }
  }

  /** The three are all at one place here; further members are where nobody answers. */
  private void members(int count) {
    members.clear();
    members.add(AKKA.kit().system().address());
    for (int other = 1; other < count; other++) {
      members.add(Address.apply("akka", "amanah", "10.0.0." + other, 25520));
    }
  }

  private void listed(Set<ActorRef<QuorumMessage>> watches) {
    watch.tell(new QuorumMessage.Watches(Receptionist.listing(QuorumWatch.KEY, watches)));
  }

  /** It asks at that moment, and has answered itself when this returns. */
  private QuorumMessage.Ping asked(long at) {
    now.set(at);
    watch.tell(new QuorumMessage.Tick());
    QuorumMessage.Ping ping = one.expectMessageClass(QuorumMessage.Ping.class);
    settled();
    return ping;
  }

  /** Returns when the watch has taken everything that came before, also from itself. */
  private void settled() {
    for (int turn = 0; turn < 2; turn++) {
      TestProbe<QuorumMessage> last = AKKA.kit().createTestProbe();
      watch.tell(new QuorumMessage.Ping(0, last.getRef(), OWN_UID));
      last.receiveMessage();
    }
  }

  private void answered(QuorumMessage.Ping ping, TestProbe<QuorumMessage> from) {
    watch.tell(new QuorumMessage.Pong(ping.round(), from.getRef()));
    settled();
  }

  @Test
  void itself_alone_is_no_majority_of_three() {
    asked(10);

    assertThat(heardNanos).hasValue(NEVER);
  }

  @Test
  void one_other_is_enough_and_counts_from_the_question_not_from_the_answer() {
    QuorumMessage.Ping ping = asked(10);
    now.set(500);
    answered(ping, one);

    assertThat(heardNanos).hasValue(10);
  }

  @Test
  void an_old_answer_sets_nothing_back() {
    QuorumMessage.Ping first = asked(10);
    QuorumMessage.Ping second = asked(20);
    answered(second, one);
    answered(first, two);

    assertThat(heardNanos).hasValue(20);
  }

  @Test
  void an_answer_to_a_question_that_was_put_long_ago_says_nothing() {
    QuorumMessage.Ping old = asked(10);
    for (int at = 20; at < 200; at += 10) {
      asked(at);
    }
    answered(old, one);

    assertThat(heardNanos).hasValue(NEVER);
  }

  @Test
  void who_is_not_among_the_watches_does_not_count() {
    QuorumMessage.Ping ping = asked(10);
    answered(ping, AKKA.kit().createTestProbe());

    assertThat(heardNanos).hasValue(NEVER);
  }

  @Test
  void two_of_five_are_not_enough() {
    members(5);
    answered(asked(10), one);
    assertThat(heardNanos).hasValue(NEVER);

    QuorumMessage.Ping ping = asked(20);
    answered(ping, one);
    answered(ping, two);
    assertThat(heardNanos).hasValue(20);
  }

  @Test
  void a_member_alone_is_its_own_majority() {
    members(1);
    asked(10);

    assertThat(heardNanos.get()).isEqualTo(10);
  }

  @Test
  void an_answer_from_a_node_that_is_no_member_any_more_does_not_count() {
    members.clear();
    members.add(Address.apply("akka", "amanah", "10.0.0.1", 25520));
    members.add(Address.apply("akka", "amanah", "10.0.0.2", 25520));
    answered(asked(10), one);

    assertThat(heardNanos).hasValue(NEVER);
  }

  @Test
  void a_node_that_is_seen_as_unreachable_gets_no_answer_until_it_is_reachable_again() {
    unreachable.add(OTHER_UID);
    watch.tell(new QuorumMessage.Ping(7, one.getRef(), OTHER_UID));
    settled();
    one.expectNoMessage(Duration.ZERO);

    unreachable.clear();
    watch.tell(new QuorumMessage.Ping(8, one.getRef(), OTHER_UID));
    assertThat(one.expectMessageClass(QuorumMessage.Pong.class).round()).isEqualTo(8);
  }

  @Test
  void a_node_that_was_excluded_gets_no_answer() {
    members.remove(AKKA.kit().system().address());
    watch.tell(new QuorumMessage.Ping(7, one.getRef(), OTHER_UID));
    watch.tell(new QuorumMessage.Tick());

    assertThat(one.receiveMessage()).isInstanceOf(QuorumMessage.Ping.class);
  }

  @Test
  void it_says_which_incarnation_of_its_node_asks() {
    assertThat(asked(10).uid()).isEqualTo(OWN_UID);
  }
}
