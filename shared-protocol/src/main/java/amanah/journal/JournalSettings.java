package amanah.journal;

import com.typesafe.config.Config;
import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the journal is, as {@code amanah.journal} says it.
 *
 * @param url for JDBC
 * @param user who the service is to the database
 * @param password the user's, never shown
 * @param connections how many sessions a node writes and recovers with
 * @param driver what the driver is told for every session
 * @param opening what every session of a pool says first, in SQL
 */
public record JournalSettings(
    String url,
    String user,
    String password,
    int connections,
    Map<String, String> driver,
    String opening) {

  private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&]*");
  private static final Duration MIGRATION_MAX = Duration.ofHours(1);
  private static final long POOL_TIMEOUT_MS = 1_000;

  /** A recovery that waits for its first session is nearer its end than one that begins again. */
  private static final long SNAPSHOT_POOL_TIMEOUT_MS = 5_000;

  private static final int CONNECTIONS_MIN = 2;
  private static final int CONNECTIONS_MAX = 100;
  private static final int SNAPSHOT_SOCKET_TIMEOUT_SECONDS = 40;
  private static final String SNAPSHOT_OPTIONS =
      "-c lock_timeout=1s -c idle_in_transaction_session_timeout=10s -c statement_timeout=30s";

  /** Refuses a number of connections that cannot work. */
  public JournalSettings {
    if (connections < CONNECTIONS_MIN || connections > CONNECTIONS_MAX) {
      throw new IllegalArgumentException(
          "amanah.journal.connections is "
              + connections
              + ", expected "
              + CONNECTIONS_MIN
              + " to "
              + CONNECTIONS_MAX);
    }
    driver = Map.copyOf(driver);
  }

  /** Settings whose sessions say nothing as they open. */
  public JournalSettings(
      String url, String user, String password, int connections, Map<String, String> driver) {
    this(url, user, password, connections, driver, "SELECT 1");
  }

  /** Reads {@code amanah.journal} of the whole configuration. */
  public static JournalSettings of(Config config) {
    Config journal = config.getConfig("amanah.journal");
    return new JournalSettings(
        journal.getString("url"),
        journal.getString("user"),
        journal.getString("password"),
        journal.getInt("connections"),
        journal.getConfig("driver").entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, entry -> entry.getValue().unwrapped().toString())),
        journal.getString("opening"));
  }

  /** The name of this node's sessions: the first word of what each says it is. */
  public String session() {
    return driver.getOrDefault("ApplicationName", "").split(" ", 2)[0];
  }

  /**
   * How long a write may take from the moment on at which its entity was asked for it: its turn
   * behind the one before, which is given up after the journal's {@code call-timeout}, and then the
   * driver's wait for its commit.
   *
   * @param config the whole configuration
   */
  public static Duration writeMax(Config config) {
    return config
        .getDuration("amanah-journal.circuit-breaker.call-timeout")
        .plusSeconds(config.getLong("amanah.journal.driver.socketTimeout"));
  }

  /** What the driver is told, as JDBC takes it. */
  public Properties driverProperties() {
    Properties properties = new Properties();
    properties.putAll(driver);
    return properties;
  }

  /**
   * A pool of sessions beside those of the plugin, which opens without a database and refuses
   * within a second while there is none.
   */
  public HikariConfig pool(String name, int sessions) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName(name);
    pool.setDriverClassName(PatientDriver.class.getName());
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setPassword(password);
    pool.setDataSourceProperties(driverProperties());
    pool.setConnectionInitSql(opening);
    pool.setMaximumPoolSize(sessions);
    pool.setConnectionTimeout(POOL_TIMEOUT_MS);
    pool.setInitializationFailTimeout(-1);
    return pool;
  }

  /**
   * The same for snapshots: a part of one may take longer than any event, and must not be in the
   * way of events.
   */
  HikariConfig snapshotPool(String name, int sessions) {
    HikariConfig pool = pool(name, sessions);
    pool.setConnectionTimeout(SNAPSHOT_POOL_TIMEOUT_MS);
    pool.addDataSourceProperty("ApplicationName", session() + " snapshots");
    pool.addDataSourceProperty("options", SNAPSHOT_OPTIONS);
    pool.addDataSourceProperty("socketTimeout", String.valueOf(SNAPSHOT_SOCKET_TIMEOUT_SECONDS));
    return pool;
  }

  /** The URL with the journal's patience with the network, unless it says its own. */
  public String urlWithTimeouts() {
    return url(driver.get("socketTimeout"));
  }

  /** The same with an hour for each statement, since a migration may well build an index. */
  public String urlForMigration() {
    return url(Long.toString(MIGRATION_MAX.toSeconds()));
  }

  private String url(@Nullable String answerSeconds) {
    StringBuilder whole = new StringBuilder(url);
    timeout(whole, "connectTimeout", driver.get("connectTimeout"));
    timeout(whole, "loginTimeout", driver.get("connectTimeout"));
    timeout(whole, "socketTimeout", answerSeconds);
    return whole.toString();
  }

  private void timeout(StringBuilder whole, String parameter, @Nullable String seconds) {
    if (seconds != null && !url.contains(parameter + "=")) {
      whole.append(whole.indexOf("?") < 0 ? '?' : '&').append(parameter).append('=');
      whole.append(seconds);
    }
  }

  @Override
  public String toString() {
    String shown = PASSWORD.matcher(url).replaceAll("$1***");
    return "JournalSettings[" + shown + ", user " + user + ", " + connections + " connections]";
  }
}
