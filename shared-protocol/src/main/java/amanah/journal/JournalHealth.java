package amanah.journal;

import akka.actor.typed.ActorSystem;
import akka.persistence.jdbc.db.SlickExtension;
import akka.persistence.jdbc.db.SlickExtensionImpl;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.jdk.javaapi.FutureConverters;
import slick.dbio.DBIOAction;
import slick.jdbc.JdbcBackend.DatabaseDef;
import slick.jdbc.SimpleJdbcAction;

/**
 * Whether the journal answers, for readiness. It asks through the very pool and threads that write
 * events, for a pool that is stuck is as bad as a database that is away; it asks at most once a
 * second, and never again while an earlier question is open.
 */
public final class JournalHealth {

  private static final Logger LOG = LoggerFactory.getLogger(JournalHealth.class);

  /** All services of a node write through its pool. */
  private static final String PLUGIN = "amanah-journal";

  private static final Duration KEPT = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final Supplier<CompletionStage<?>> question;
  private final LongSupplier nanoTime;
  private Probe latest;

  /**
   * What was found.
   *
   * @param reachable whether the journal answered in time, and keeps what it acknowledges
   * @param detail a sentence for whoever looks
   */
  public record Report(boolean reachable, String detail) {}

  /**
   * One question to the database.
   *
   * @param answered when the database has answered or refused, however late
   * @param report what the callers are told, at the latest after the timeout
   */
  private record Probe(
      long startedNanos, CompletableFuture<?> answered, CompletableFuture<Report> report) {}

  JournalHealth(Supplier<CompletionStage<?>> question, LongSupplier nanoTime) {
    this.question = question;
    this.nanoTime = nanoTime;
    Report unknown = new Report(false, "the journal has not been asked yet");
    this.latest =
        new Probe(
            nanoTime.getAsLong() - KEPT.toNanos(),
            CompletableFuture.completedFuture(null),
            CompletableFuture.completedFuture(unknown));
  }

  /** Watches the journal of that actor system, and sets {@code clock} by it. */
  public static JournalHealth of(ActorSystem<?> system, JournalClock clock) {
    SlickExtensionImpl slick = (SlickExtensionImpl) SlickExtension.get(system);
    DatabaseDef database = slick.database(system.settings().config().getConfig(PLUGIN)).database();
    Durability durability = Durability.of(system.settings().config());
    return new JournalHealth(() -> look(database, clock, durability), System::nanoTime);
  }

  /** The newest finding; never waits for the database and never fails. */
  public synchronized CompletionStage<Report> check() {
    boolean fresh = nanoTime.getAsLong() - latest.startedNanos() < KEPT.toNanos();
    if (!fresh && latest.answered().isDone()) {
      CompletableFuture<Object> answered = new CompletableFuture<>();
      latest = new Probe(nanoTime.getAsLong(), answered, report(answered));
      ask(answered);
    }
    return latest.report().copy();
  }

  private void ask(CompletableFuture<Object> answered) {
    try {
      var unused =
          question
              .get()
              .whenComplete(
                  (answer, failure) -> {
                    if (failure == null) {
                      answered.complete(answer);
                    } else {
                      answered.completeExceptionally(failure);
                    }
                  });
    } catch (RuntimeException refused) {
      answered.completeExceptionally(refused);
    }
  }

  private static CompletableFuture<Report> report(CompletableFuture<Object> answered) {
    return answered
        .handle(
            (answer, failure) ->
                failure == null
                    ? new Report(true, "the journal answers")
                    : new Report(false, refusal(failure)))
        .completeOnTimeout(
            new Report(false, "the journal has not answered for " + TIMEOUT.toSeconds() + " s"),
            TIMEOUT.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private static String refusal(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof UnsafeDatabaseException unsafe) {
      return String.valueOf(unsafe.getMessage());
    }
    LOG.debug("the journal refuses", failure);
    return "the journal refuses: " + JournalRefusal.of(failure);
  }

  // Slick's effects are a phantom type that Java cannot name.
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static CompletionStage<?> look(
      DatabaseDef database, JournalClock clock, Durability durability) {
    DBIOAction select =
        SimpleJdbcAction.apply(
            context -> {
              try (Statement statement = context.connection().createStatement()) {
                Instant time = clock.read(statement);
                durability.prove(statement);
                return time;
              } catch (SQLException refused) {
                throw new IllegalStateException(refused.getMessage(), refused);
              }
            });
    return FutureConverters.asJava(database.run(select));
  }
}
