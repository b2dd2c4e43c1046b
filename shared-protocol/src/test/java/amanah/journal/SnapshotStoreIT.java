package amanah.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amanah.testing.PostgresExtension;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Snapshots in many small parts, on the real PostgreSQL, and those in one row beside them. */
class SnapshotStoreIT {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static TriedNode node;

  @BeforeAll
  static void start() {
    node = TriedNode.start("store-it", POSTGRES);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    node.empty();
  }

  @Test
  void a_snapshot_in_many_parts_is_what_an_entity_starts_from() throws SQLException {
    node.keep("first");
    node.told("and more");
    node.forgetEvents(1);

    assertThat(node.answer("SELECT parts FROM tried.snapshot_head")).isEqualTo("16");
    assertThat(node.recovered()).isEqualTo(node.state());
    assertThat(node.unreadable()).isZero();
  }

  @Test
  void a_snapshot_that_was_not_finished_is_not_there() throws SQLException {
    node.keep("first");
    node.keep("second");
    node.execute(
        "UPDATE tried.snapshot_head SET parts = NULL WHERE snapshot_id = " + TriedNode.NEWEST);
    node.forgetEvents(1);

    assertThat(node.recovered()).isEqualTo(node.state());
    assertThat(node.unreadable()).isZero();
  }

  @Test
  void what_a_writer_left_unfinished_is_removed_an_hour_later_by_whoever_finishes_another()
      throws SQLException {
    node.keep("first");
    assertThatThrownBy(
            () -> node.writer().write("tried|b", 9, "no snapshot").toCompletableFuture().join())
        .hasMessageContaining("is no Tried");
    assertThat(node.unfinished()).isEqualTo("1");

    node.keep("second");
    assertThat(node.unfinished()).as("it may be under way").isEqualTo("1");
    node.execute("UPDATE tried.snapshot_head SET created = now() - interval '61 minutes'");
    node.keep("third");

    assertThat(node.unfinished()).isEqualTo("0");
  }

  @Test
  void a_snapshot_that_was_removed_while_it_was_written_is_not_kept() throws SQLException {
    node.execute(
        "CREATE FUNCTION tried.remove_it() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN DELETE FROM tried.snapshot_head; RETURN NULL; END';"
            + " CREATE TRIGGER remove_it AFTER INSERT ON tried.snapshot_part"
            + " FOR EACH ROW WHEN (NEW.number = 15) EXECUTE FUNCTION tried.remove_it()");
    try {
      assertThatThrownBy(() -> node.keep("first")).hasMessageContaining("was removed while");
    } finally {
      node.execute("DROP FUNCTION tried.remove_it CASCADE");
    }
    assertThat(node.answer("SELECT count(*) FROM tried.snapshot_part")).isEqualTo("0");
  }

  @Test
  void the_newest_two_are_kept_also_when_an_older_one_comes_late() throws SQLException {
    node.keep("first");
    Tried first = node.state();
    node.keep("second");
    node.keep("third");
    assertThat(node.sequences()).isEqualTo("2 3");

    node.write(first);

    assertThat(node.sequences()).isEqualTo("2 3");
    assertThat(node.answer("SELECT count(*) FROM tried.snapshot_part"))
        .isEqualTo(node.answer("SELECT sum(parts) FROM tried.snapshot_head"));
  }

  @Test
  void one_that_is_written_again_is_as_it_was_written_last() throws SQLException {
    node.keep("first");
    node.keep("second");
    node.execute(
        "UPDATE tried.snapshot_head SET manifest = 'tried.v2', serializer = 4711"
            + " WHERE snapshot_id = "
            + TriedNode.NEWEST);

    node.write(node.state());
    node.forgetEvents(2);

    assertThat(node.sequences()).isEqualTo("1 2");
    assertThat(node.recovered()).isEqualTo(node.state());
    assertThat(node.unreadable()).isZero();
  }

  @Test
  void those_in_one_row_are_read_for_ever_and_the_newest_of_both_forms_first() throws SQLException {
    node.keep("first");
    node.told("second");
    node.inOneRow(new TriedSerializer().toBinary(node.state()));
    node.forgetEvents(2);
    assertThat(node.recovered()).isEqualTo(node.state());

    node.keep("third");
    node.forgetEvents(3);

    assertThat(node.recovered()).isEqualTo(node.state());
    assertThat(node.unreadable()).isZero();
  }

  @Test
  void one_in_one_row_that_cannot_be_read_gives_way_to_one_in_parts() throws SQLException {
    node.keep("first");
    node.told("second");
    node.inOneRow(new byte[] {1, 2, 3});
    node.forgetEvents(1);

    assertThat(node.recovered()).isEqualTo(node.state());
    assertThat(node.unreadable()).isEqualTo(1);
  }

  @Test
  void one_in_one_row_is_read_in_slices() throws SQLException {
    node.told("x".repeat(3 * SnapshotHead.PART_BYTES));
    node.inOneRow(new TriedSerializer().toBinary(node.state()));
    node.forgetEvents(1);

    assertThat(node.recovered()).isEqualTo(node.state());
  }
}
