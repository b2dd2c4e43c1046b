package amanah.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import akka.actor.testkit.typed.javadsl.LoggingTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import amanah.testing.PostgresExtension;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an entity starts from when its newest snapshot is not what was written, or is unknown. */
class UnreadableSnapshotIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static TriedNode node;

  @BeforeAll
  static void start() {
    node = TriedNode.start("unreadable-it", POSTGRES);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    node.empty();
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        arguments(
            "a flipped bit",
            part(3, "payload = set_byte(payload, 5, get_byte(payload, 5) # 1)"),
            "part 3 of 16 has the checksum"),
        arguments(
            "a part cut short",
            part(15, "payload = substring(payload FROM 1 FOR 5)"),
            "part 15 of 16 has the checksum"),
        arguments("a part without bytes", part(0, "payload = ''"), "part 0 of 16 has the checksum"),
        arguments(
            "a part of another number",
            part(
                1,
                "payload = other.payload, checksum = other.checksum"
                    + " FROM tried.snapshot_part other"
                    + " WHERE other.snapshot_id = mine.snapshot_id AND other.number = 2"),
            "part 1 of 16 has the checksum"),
        arguments(
            "a part that is missing",
            "DELETE FROM tried.snapshot_part WHERE number = 2 AND snapshot_id = "
                + TriedNode.NEWEST,
            "part 2 of 16 is missing"),
        arguments("a head that counts too few", head("parts = 15"), "tried.v1: not the CBOR"),
        arguments("a head that counts too many", head("parts = 17"), "part 16 of 17 is missing"),
        arguments("a head that counts none", head("parts = 0"), "tried.v1: "),
        arguments(
            "a format of later days",
            head("manifest = 'tried.v2'"),
            "tried.v2: unknown manifest, expected tried.v1"),
        arguments(
            "a writer of later days",
            head("serializer = 4711"),
            "written by the unknown serializer 4711"),
        arguments(
            "a writer of no snapshots",
            head("serializer = 20"),
            "written by the unknown serializer 20"),
        arguments(
            "the place of another event",
            head("sequence_number = 3"),
            "found the snapshot after event 2, expected 3"));
  }

  private static String part(int number, String change) {
    String where = change.contains(" WHERE ") ? " AND " : " WHERE ";
    return "UPDATE tried.snapshot_part mine SET "
        + change
        + where
        + "mine.number = "
        + number
        + " AND mine.snapshot_id = "
        + TriedNode.NEWEST;
  }

  private static String head(String change) {
    return "UPDATE tried.snapshot_head SET " + change + " WHERE snapshot_id = " + TriedNode.NEWEST;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void a_newest_snapshot_that_cannot_be_read_gives_way_to_the_one_before(
      String name, String damage, String reason) throws SQLException {
    node.keep("first");
    node.keep("second");
    node.told("and more");
    node.execute(damage);
    node.forgetEvents(1);

    Tried recovered =
        LoggingTestKit.warn("the snapshot of " + TriedNode.ENTITY + " after event")
            .withCustom(event -> event.message().contains(reason))
            .expect(node.kit().system(), node::recovered);

    assertThat(recovered).isEqualTo(node.state());
    assertThat(node.unreadable()).isEqualTo(1);
  }

  @Test
  void a_snapshot_that_contradicts_itself_gives_way_and_its_content_is_not_told()
      throws SQLException {
    node.keep("first");
    node.keep(TriedSerializer.CONTRADICTION);
    node.forgetEvents(1);

    Tried recovered =
        LoggingTestKit.warn("it contradicts itself (IllegalStateException)")
            .withCustom(event -> !event.message().contains("donor"))
            .expect(node.kit().system(), node::recovered);

    assertThat(recovered).isEqualTo(node.state());
  }

  @Test
  void a_row_that_the_database_cannot_read_any_more_gives_way() throws SQLException {
    node.keep("first");
    node.keep("second");
    node.forgetEvents(1);
    node.execute("ALTER TABLE tried.snapshot_part RENAME TO stored_part");
    try {
      node.execute(
          "CREATE VIEW tried.snapshot_part AS SELECT snapshot_id, number, checksum, CASE WHEN"
              + " snapshot_id = "
              + TriedNode.NEWEST
              + " AND number = 4 THEN tried.corrupted() ELSE payload END AS payload"
              + " FROM tried.stored_part");

      assertThat(node.recovered()).isEqualTo(node.state());
      assertThat(node.unreadable()).isEqualTo(1);
    } finally {
      node.execute("DROP VIEW IF EXISTS tried.snapshot_part");
      node.execute("ALTER TABLE tried.stored_part RENAME TO snapshot_part");
    }
  }

  @Test
  void without_any_snapshot_that_can_be_read_all_events_are() throws SQLException {
    node.keep("first");
    node.keep("second");
    node.told("and more");
    node.execute("UPDATE tried.snapshot_part SET payload = 'x' WHERE number = 1");

    assertThat(node.recovered()).isEqualTo(node.state());
    assertThat(node.unreadable()).isEqualTo(2);
  }

  @Test
  void a_database_in_trouble_is_no_reason_to_read_all_events() throws SQLException {
    node.keep("first");
    node.execute("ALTER TABLE tried.snapshot_part RENAME TO away");
    try {
      TestProbe<Tried> answers = node.kit().createTestProbe();
      ActorRef<TriedEntity.Tell> entity = node.kit().spawn(new TriedEntity(TriedNode.ENTITY));
      entity.tell(new TriedEntity.Tell("", answers.ref()));

      answers.expectTerminated(entity, TriedNode.DEADLINE);
      answers.expectNoMessage(Duration.ZERO);
    } finally {
      node.execute("ALTER TABLE tried.away RENAME TO snapshot_part");
    }
    assertThat(node.recovered()).isEqualTo(node.state());
    assertThat(node.unreadable()).isZero();
  }
}
