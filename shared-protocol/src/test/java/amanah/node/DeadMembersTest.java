package amanah.node;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.Address;
import akka.actor.testkit.typed.javadsl.ManualTime;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import amanah.cluster.Quorum;
import amanah.journal.register.MemberId;
import amanah.testing.ActorTestKitExtension;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A member that cannot be reached, of which the test says how many sessions it has. */
class DeadMembersTest {

  private static final Address PLACE = Address.apply("akka", "amanah", "10.0.0.1", 25520);
  private static final MemberId MEMBER = new MemberId(PLACE.toString(), 11);
  private static final MemberId OTHER = new MemberId(PLACE.toString(), 12);

  @RegisterExtension
  static final ActorTestKitExtension AKKA = new ActorTestKitExtension(ManualTime.config());

  private boolean quorum = true;
  private TestProbe<Question> asked;
  private TestProbe<Address> downed;
  private ActorRef<DeadMembers.Message> members;

  @BeforeEach
  void start() {
    asked = AKKA.kit().createTestProbe();
    downed = AKKA.kit().createTestProbe();
    members =
        AKKA.kit()
            .spawn(
                DeadMembers.create(Quorum.asFarAs(() -> quorum), this::ask, downed.getRef()::tell));
    members.tell(new DeadMembers.Message.Lost(MEMBER, PLACE));
  }

  /** Somebody wants to know how many sessions a member has. */
  private record Question(MemberId member, CompletableFuture<OptionalLong> answer) {}

  private CompletionStage<OptionalLong> ask(MemberId member) {
    Question question = new Question(member, new CompletableFuture<>());
    asked.getRef().tell(question);
    return question.answer();
  }

  private void sessions(OptionalLong sessions) {
    asked.receiveMessage().answer().complete(sessions);
  }

  /** So many, and it is time to look at the member once more. */
  private void sessionsAndAgain(OptionalLong sessions) {
    sessions(sessions);
    members.tell(new DeadMembers.Message.Look(MEMBER));
  }

  /** Returns when all that was told is done: another member is looked at. */
  private void settled() {
    members.tell(new DeadMembers.Message.Lost(OTHER, PLACE));
    assertThat(asked.receiveMessage().member()).isEqualTo(OTHER);
  }

  @Test
  void one_without_a_session_twice_in_a_row_is_taken_out() {
    sessionsAndAgain(OptionalLong.of(0));
    sessions(OptionalLong.of(0));

    assertThat(downed.receiveMessage()).isEqualTo(PLACE);
  }

  @Test
  void one_that_has_a_session_in_between_is_not() {
    sessionsAndAgain(OptionalLong.of(0));
    sessionsAndAgain(OptionalLong.of(1));
    sessions(OptionalLong.of(0));

    settled();
    downed.expectNoMessage(Duration.ZERO);
  }

  @Test
  void one_that_the_database_does_not_know_is_left_to_time() {
    sessionsAndAgain(OptionalLong.empty());
    sessions(OptionalLong.empty());

    settled();
    downed.expectNoMessage(Duration.ZERO);
  }

  @Test
  void nobody_is_taken_out_by_a_node_without_a_majority() {
    quorum = false;
    sessionsAndAgain(OptionalLong.of(0));
    sessions(OptionalLong.of(0));

    settled();
    downed.expectNoMessage(Duration.ZERO);
  }

  @Test
  void one_that_is_reachable_again_is_not_looked_at_any_more() {
    members.tell(new DeadMembers.Message.Settled(MEMBER));
    sessions(OptionalLong.of(0));
    members.tell(new DeadMembers.Message.Look(MEMBER));

    settled();
    downed.expectNoMessage(Duration.ZERO);
  }
}
