package amanah.campaign;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A node on a database of the test's, at a free port. */
final class TestNode implements AutoCloseable {

  /** On a busy machine a first answer may take long; who tests the timeout sets it. */
  private static final String PATIENCE = "30s";

  private static final long STOP_SECONDS_MAX = 90;

  private final CampaignNode node;

  private TestNode(CampaignNode node) {
    this.node = node;
  }

  static TestNode start(String jdbcUrl, String user, String password) {
    return start(jdbcUrl, user, password, Map.of());
  }

  static TestNode start(String jdbcUrl, String user, String password, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.putIfAbsent("amanah.campaign.ask-timeout", PATIENCE);
    settings.put("amanah.journal.url", jdbcUrl);
    settings.put("amanah.journal.user", user);
    settings.put("amanah.journal.password", password);
    settings.put("amanah.http.port", 0);
    settings.put("akka.loglevel", "WARNING");
    settings.put("akka.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");
    Config config = ConfigFactory.parseMap(settings);
    return new TestNode(CampaignNode.start(config).toCompletableFuture().join());
  }

  CampaignNode node() {
    return node;
  }

  /** Stops in order. */
  @Override
  public void close() {
    node.stop().toCompletableFuture().orTimeout(STOP_SECONDS_MAX, TimeUnit.SECONDS).join();
  }
}
