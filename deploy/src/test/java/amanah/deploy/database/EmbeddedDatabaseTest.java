package amanah.deploy.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  @TempDir static Path unpackedOnce;
  @TempDir Path directory;

  private EmbeddedDatabase database;

  @BeforeEach
  void openAnew() throws IOException {
    Path binaries = PostgresBinaries.under(unpackedOnce).home();
    Files.createSymbolicLink(directory.resolve(binaries.getFileName()), binaries);
    open();
  }

  private void open() throws IOException {
    database = EmbeddedDatabase.open(directory, EmbeddedDatabase.ANY_PORT);
  }

  @AfterEach
  void close() throws IOException {
    database.close();
  }

  @Test
  void nothing_that_was_committed_can_be_lost_with_the_power() throws SQLException {
    assertThat(answer("SHOW fsync")).isEqualTo("on");
    assertThat(answer("SHOW synchronous_commit")).isEqualTo("on");
    assertThat(answer("SHOW full_page_writes")).isEqualTo("on");
    assertThat(answer("SHOW data_checksums")).isEqualTo("on");
  }

  @Test
  void only_this_machine_may_come_in_and_only_with_the_password() throws IOException {
    assertThat(Files.getPosixFilePermissions(directory.resolve("password")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "amanah", "guess"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void what_was_written_is_there_when_it_is_opened_again() throws IOException, SQLException {
    execute("CREATE TABLE kept AS SELECT 42 AS answer");
    database.close();

    open();

    assertThat(answer("SELECT answer FROM kept")).isEqualTo("42");
  }

  @Test
  void who_only_looks_in_finds_it_while_it_runs_and_not_afterwards()
      throws IOException, SQLException {
    execute("CREATE TABLE kept AS SELECT 42 AS answer");

    RunningDatabase running = RunningDatabase.find(directory);

    assertThat(running)
        .isEqualTo(new RunningDatabase(database.url(), database.user(), database.password()));
    assertThat(running.toString()).doesNotContain(database.password());
    database.close();
    assertThatThrownBy(() -> RunningDatabase.find(directory))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessage("No database runs in " + directory + ".");
  }

  @Test
  void what_was_committed_survives_the_postmaster_being_killed() throws IOException, SQLException {
    execute("CREATE TABLE kept AS SELECT 42 AS answer");
    postmaster().destroyForcibly();
    database.close();

    open();

    assertThat(answer("SELECT answer FROM kept")).isEqualTo("42");
  }

  @Test
  void a_postmaster_that_is_killed_is_started_again_where_it_was()
      throws IOException, SQLException {
    execute("CREATE TABLE kept AS SELECT 42 AS answer");
    String url = database.url();
    String killed = Files.readAllLines(pidFile()).getFirst();
    postmaster().destroyForcibly();

    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!answers() || Files.readAllLines(pidFile()).getFirst().equals(killed)) {
      assertThat(System.nanoTime()).as("it does not come back").isLessThan(deadline);
      Thread.onSpinWait();
    }

    assertThat(answer("SELECT answer FROM kept")).isEqualTo("42");
    assertThat(database.url()).isEqualTo(url);
  }

  @Test
  void a_server_that_outlived_its_owner_is_taken_over() throws IOException, SQLException {
    execute("CREATE TABLE kept AS SELECT 42 AS answer");
    ProcessHandle orphan = postmaster();
    database.abandon();
    assertThat(orphan.isAlive()).isTrue();

    open();

    assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(60));
    assertThat(answer("SELECT answer FROM kept")).isEqualTo("42");
  }

  @Test
  void a_thread_that_is_interrupted_leaves_no_server_behind() throws IOException {
    ProcessHandle postmaster = database.postmaster().orElseThrow();

    Thread.currentThread().interrupt();
    database.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(database.postmaster()).as("%s", postmaster).isEmpty();
  }

  @Test
  void a_pid_that_is_somebody_elses_by_now_is_no_server() throws IOException, SQLException {
    Path pidFile = pidFile();
    List<String> lines = Files.readAllLines(pidFile);
    database.close();
    lines.set(0, String.valueOf(ProcessHandle.current().parent().orElseThrow().pid()));
    Files.write(pidFile, lines);

    open();

    assertThat(answer("SELECT 1")).isEqualTo("1");
  }

  @Test
  void a_second_user_of_the_directory_is_refused_in_one_sentence() throws SQLException {
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> EmbeddedDatabase.open(directory, EmbeddedDatabase.ANY_PORT))
          .isInstanceOf(DatabaseStartException.class)
          .hasMessageMatching(
              "The database in .* is in use by process "
                  + ProcessHandle.current().pid()
                  + "; stop that first\\.");
    }
    assertThat(answer("SELECT 1")).isEqualTo("1");
  }

  @Test
  void another_process_is_refused_in_one_sentence() throws IOException, InterruptedException {
    Process other =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                SecondOwner.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();

    String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(other.waitFor()).isEqualTo(SecondOwner.REFUSED);
    assertThat(said)
        .endsWith("in use by process " + ProcessHandle.current().pid() + "; stop that first.");
  }

  @Test
  void a_port_that_is_taken_is_named() throws IOException {
    database.close();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedDatabase.open(directory, taken.getLocalPort()))
          .isInstanceOf(DatabaseStartException.class)
          .hasMessageContaining("Address already in use")
          .hasMessageContaining(String.valueOf(taken.getLocalPort()));
    }
  }

  @Test
  void data_of_another_version_is_never_hidden_behind_an_empty_database() throws IOException {
    database.close();
    Files.move(data(), directory.resolve("data-9"));

    assertThatThrownBy(this::open)
        .isInstanceOf(DatabaseStartException.class)
        .hasMessageContaining("data-9")
        .hasMessageContaining("pg_upgrade");
  }

  @Test
  void a_database_that_would_lose_donations_is_not_opened() throws IOException, SQLException {
    execute("ALTER SYSTEM SET fsync = off");
    database.close();

    assertThatThrownBy(this::open)
        .isInstanceOf(DatabaseStartException.class)
        .hasMessageContaining("fsync is off");
    assertThat(pidFile()).doesNotExist();
  }

  private ProcessHandle postmaster() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  private Path pidFile() throws IOException {
    return data().resolve("postmaster.pid");
  }

  private Path data() throws IOException {
    try (Stream<Path> found = Files.list(directory)) {
      return found
          .filter(path -> path.getFileName().toString().startsWith("data-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String answer(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private boolean answers() {
    try {
      return answer("SELECT 1").equals("1");
    } catch (SQLException down) {
      return false;
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
