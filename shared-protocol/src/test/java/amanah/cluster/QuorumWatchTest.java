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
  private static final Duration LEASE = Duration.ofDays(1);
  private static final long OWN_UID = 1;
  private static final long OTHER_UID = 2;

  @RegisterExtension
  static final ActorTestKitExtension AKKA =
      new ActorTestKitExtension(ConfigFactory.parseString("akka.loglevel = WARNING"));

  private final AtomicLong now = new AtomicLong(NEVER);
  private final Set<Address> members = new HashSet<>();
  private final Set<Long> unreachable = new HashSet<>();
  private TestProbe<QuorumMessage> one;
  private TestProbe<QuorumMessage> two;
  private ActorRef<QuorumMessage> watch;
  private MajorityQuorum quorum;

  @BeforeEach
  void start() {
    one = AKKA.kit().createTestProbe();
    two = AKKA.kit().createTestProbe();
    members(3);
    Membership seen = new Seen();
    quorum = new MajorityQuorum(now::get, seen, LEASE, () -> true);
    watch = AKKA.kit().spawn(QuorumWatch.create(now::get, seen, quorum, LEASE));
    listed(Set.of(watch, one.getRef(), two.getRef()));
  }

  /** What the watch sees: members by their places, and those that it sees as unreachable. */
  private final class Seen implements Membership {

    @Override
    public long uid() {
      return OWN_UID;
    }

    @Override
    public Address address() {
      return AKKA.kit().system().address();
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

    assertThat(quorum.heardNanos()).isEqualTo(NEVER);
  }

  @Test
  void one_other_is_enough_and_counts_from_the_question_not_from_the_answer() {
    QuorumMessage.Ping ping = asked(10);
    now.set(500);
    answered(ping, one);

    assertThat(quorum.heardNanos()).isEqualTo(10);
  }

  @Test
  void an_old_answer_sets_nothing_back() {
    QuorumMessage.Ping first = asked(10);
    QuorumMessage.Ping second = asked(20);
    answered(second, one);
    answered(first, two);

    assertThat(quorum.heardNanos()).isEqualTo(20);
  }

  @Test
  void an_answer_to_a_question_that_was_put_long_ago_says_nothing() {
    QuorumMessage.Ping old = asked(10);
    for (int at = 20; at < 200; at += 10) {
      asked(at);
    }
    answered(old, one);

    assertThat(quorum.heardNanos()).isEqualTo(NEVER);
  }

  @Test
  void who_is_not_among_the_watches_does_not_count() {
    QuorumMessage.Ping ping = asked(10);
    answered(ping, AKKA.kit().createTestProbe());

    assertThat(quorum.heardNanos()).isEqualTo(NEVER);
  }

  @Test
  void two_of_five_are_not_enough() {
    members(5);
    answered(asked(10), one);
    assertThat(quorum.heardNanos()).isEqualTo(NEVER);

    QuorumMessage.Ping ping = asked(20);
    answered(ping, one);
    answered(ping, two);
    assertThat(quorum.heardNanos()).isEqualTo(20);
  }

  @Test
  void a_member_alone_is_its_own_majority() {
    members(1);
    asked(10);

    assertThat(quorum.heardNanos()).isEqualTo(10);
  }

  @Test
  void an_answer_from_a_node_that_is_no_member_any_more_does_not_count() {
    members.clear();
    members.add(Address.apply("akka", "amanah", "10.0.0.1", 25520));
    members.add(Address.apply("akka", "amanah", "10.0.0.2", 25520));
    answered(asked(10), one);

    assertThat(quorum.heardNanos()).isEqualTo(NEVER);
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

  /** Answers that it was asked for now, which only a later question can confirm. */
  private TestProbe<String> told() {
    TestProbe<String> to = AKKA.kit().createTestProbe();
    quorum.tell(to.getRef(), "so it is", "nobody knows");
    settled();
    return to;
  }

  @Test
  void what_is_told_waits_for_the_answer_to_a_question_that_was_put_after_it() {
    QuorumMessage.Ping before = asked(10);
    TestProbe<String> to = told();
    answered(before, one);
    to.expectNoMessage(Duration.ZERO);

    QuorumMessage.Ping after = one.expectMessageClass(QuorumMessage.Ping.class);
    answered(after, one);
    to.expectMessage("so it is");
  }

  @Test
  void nobody_waits_for_a_tick_and_those_who_come_meanwhile_go_together() {
    TestProbe<String> first = told();
    QuorumMessage.Ping ping = one.expectMessageClass(QuorumMessage.Ping.class);
    TestProbe<String> second = told();
    TestProbe<String> third = told();
    one.expectNoMessage(Duration.ZERO);

    answered(ping, two);
    first.expectMessage("so it is");
    answered(one.expectMessageClass(QuorumMessage.Ping.class), two);
    second.expectMessage("so it is");
    third.expectMessage("so it is");
    one.expectNoMessage(Duration.ZERO);
  }

  @Test
  void an_answer_that_comes_only_from_itself_confirms_nothing_and_is_withheld_after_a_lease() {
    TestProbe<String> to = told();
    for (int at = 10; at < 90; at += 10) {
      asked(at);
    }
    to.expectNoMessage(Duration.ZERO);

    asked(90);
    to.expectMessage("nobody knows");
  }

  @Test
  void without_a_lease_nothing_is_asked_and_alone_nobody_is() {
    now.set(NEVER + LEASE.toNanos());
    told().expectMessage("nobody knows");

    now.set(0);
    members(1);
    told().expectMessage("so it is");
    one.expectNoMessage(Duration.ZERO);
  }

  @Test
  void one_who_leaves_is_not_alone_when_another_votes() {
    members.clear();
    members.add(Address.apply("akka", "amanah", "10.0.0.1", 25520));
    TestProbe<String> to = told();

    one.expectMessageClass(QuorumMessage.Ping.class);
    to.expectNoMessage(Duration.ZERO);
  }

  @Test
  void when_the_watch_ends_nobody_is_left_without_an_answer() {
    TestProbe<String> to = told();
    AKKA.kit().stop(watch);
    to.expectMessage("nobody knows");

    TestProbe<String> late = AKKA.kit().createTestProbe();
    quorum.tell(late.getRef(), "so it is", "nobody knows");
    late.expectMessage("nobody knows");
  }

  @Test
  void too_many_who_wait_are_told_at_once() {
    TestProbe<String> asked = told();
    for (int each = 0; each < UnconfirmedAnswers.WAITING_MAX; each++) {
      quorum.tell(AKKA.kit().system().ignoreRef(), "so it is", "nobody knows");
    }
    asked.expectNoMessage(Duration.ZERO);

    told().expectMessage("nobody knows");
  }
}
