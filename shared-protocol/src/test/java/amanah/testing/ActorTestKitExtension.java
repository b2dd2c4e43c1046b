package amanah.testing;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One actor system for each test class, shut down after it; Akka 2.8.5 has this for JUnit 4 only.
 *
 * <p>It is held in a static field with {@link RegisterExtension}. Started with the outermost class,
 * it is there for nested ones.
 */
public final class ActorTestKitExtension implements BeforeAllCallback, AfterAllCallback {

  /** A probe's deadlines end a hang and measure nothing; nobody waits for them to pass. */
  private static final Config PATIENT =
      ConfigFactory.parseString(
          """
          akka.actor.testkit.typed {
            single-expect-default = 30s
            default-timeout = 30s
            system-shutdown-default = 60s
          }
          """);

  private final ActorTestKit kit;
  private int depth;

  /** A system with the TestKit's own settings. */
  public ActorTestKitExtension() {
    this(ConfigFactory.empty());
  }

  /** A system with these settings above the TestKit's own. */
  public ActorTestKitExtension(Config config) {
    kit =
        ActorTestKit.create(
            ActorTestKit.class.getSimpleName(),
            config.withFallback(PATIENT).withFallback(ActorTestKit.applicationTestConfig()));
  }

  /** The TestKit, ready from the extension's construction. */
  public ActorTestKit kit() {
    return kit;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    depth++;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    depth--;
    if (depth == 0) {
      kit.shutdownTestKit();
    }
  }
}
