package amanah.journal;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import amanah.testing.PostgresExtension;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A node with one entity, whose snapshots are written in small parts when a test says so. */
final class TriedNode implements AutoCloseable {

  static final Duration DEADLINE = Duration.ofSeconds(60);
  static final String ENTITY = "tried|a";
  static final String NEWEST =
      "(SELECT snapshot_id FROM tried.snapshot_head ORDER BY sequence_number DESC LIMIT 1)";

  private static final JournalSchema SCHEMA = new JournalSchema("tried", "db/tried");
  private static final int PART_BYTES = 64;

  private final PostgresExtension postgres;
  private final ActorTestKit kit;
  private final SnapshotWriter writer;
  private Tried state = Tried.NOTHING;
  private long unreadableBefore;

  private TriedNode(PostgresExtension postgres, ActorTestKit kit, SnapshotWriter writer) {
    this.postgres = postgres;
    this.kit = kit;
    this.writer = writer;
  }

  static TriedNode start(String name, PostgresExtension postgres) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("amanah.journal.url", postgres.url());
    settings.put("amanah.journal.user", postgres.user());
    settings.put("amanah.journal.password", postgres.password());
    settings.put("amanah-journal.tables.event_journal.schemaName", SCHEMA.name());
    settings.put("amanah-snapshot-store.schema", SCHEMA.name());
    settings.put("akka.actor.serializers.tried", TriedSerializer.class.getName());
    settings.put("akka.actor.serialization-bindings.\"" + Tried.class.getName() + "\"", "tried");
    Config config = ConfigFactory.load(ConfigFactory.parseMap(settings));
    JournalSettings journal = JournalSettings.of(config);
    SCHEMA.migrate(journal);
    return new TriedNode(
        postgres,
        ActorTestKit.create(name, config),
        SnapshotWriter.open(journal, SCHEMA, new TriedSerializer(), PART_BYTES));
  }

  @Override
  public void close() {
    writer.close();
    kit.shutdownTestKit();
  }

  ActorTestKit kit() {
    return kit;
  }

  SnapshotWriter writer() {
    return writer;
  }

  /** What the entity has been told. */
  Tried state() {
    return state;
  }

  /** Nothing is in the journal, and nothing was unreadable. */
  void empty() throws SQLException {
    execute("TRUNCATE tried.event_journal, tried.snapshot, tried.snapshot_head CASCADE");
    state = Tried.NOTHING;
    unreadableBefore = UnreadableSnapshots.of(kit.system()).count();
  }

  /** Another event, the first of a thousand bytes, and a snapshot after it. */
  void keep(String word) {
    told("-".repeat(state.sequence() == 0 ? 980 : 0) + word);
    write(state);
  }

  void write(Tried snapshot) {
    writer.write(ENTITY, snapshot.sequence(), snapshot).toCompletableFuture().join();
  }

  /** What the entity knows when it starts now. */
  Tried recovered() {
    return answered("");
  }

  /** Another event. */
  void told(String more) {
    state = answered(more);
  }

  private Tried answered(String more) {
    TestProbe<Tried> answers = kit.createTestProbe();
    ActorRef<TriedEntity.Tell> entity = kit.spawn(new TriedEntity(ENTITY));
    entity.tell(new TriedEntity.Tell(more, answers.ref()));
    Tried told = answers.receiveMessage(DEADLINE);
    kit.stop(entity);
    return told;
  }

  /** Keeps a snapshot of the state as versions before did. */
  void inOneRow(byte[] payload) throws SQLException {
    try (Connection connection = postgres.connect();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO tried.snapshot VALUES (?, ?, 7, ?, ?, ?)")) {
      insert.setString(1, ENTITY);
      insert.setLong(2, state.sequence());
      insert.setInt(3, TriedSerializer.IDENTIFIER);
      insert.setString(4, TriedSerializer.MANIFEST);
      insert.setBytes(5, payload);
      insert.executeUpdate();
    }
  }

  /** How many snapshots could not be read since the journal was empty. */
  long unreadable() {
    return UnreadableSnapshots.of(kit.system()).count() - unreadableBefore;
  }

  String sequences() throws SQLException {
    return answer(
        "SELECT string_agg(sequence_number::text, ' ' ORDER BY sequence_number)"
            + " FROM tried.snapshot_head");
  }

  String unfinished() throws SQLException {
    return answer("SELECT count(*) FROM tried.snapshot_head WHERE parts IS NULL");
  }

  /** But not the last of all: no journal ends before its snapshots. */
  void forgetEvents(long upTo) throws SQLException {
    execute(
        "DELETE FROM tried.event_journal WHERE sequence_number <= "
            + upTo
            + " AND sequence_number < (SELECT max(sequence_number) FROM tried.event_journal)");
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  String answer(String sql) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return String.valueOf(row.getString(1));
    }
  }
}
