package amanah.deploy.faults.kind;

import amanah.deploy.faults.cluster.NodeProcess;
import amanah.deploy.faults.cluster.Undoings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Two or three faults at once, all drawn from one seed: at most one of the nodes, one of the
 * network and one of the database, so that what heals the one does not heal the other.
 */
final class Nemesis implements FaultKind {

  private static final List<List<FaultKind>> GROUPS =
      List.of(
          List.of(new Freeze("pause", 6, 16), new Kill(1), new StarvedCpu()),
          List.of(
              new Partition(false),
              new Partition(true),
              new Bridge(),
              new Flapping(),
              new SlowNetwork()),
          List.of(
              new DatabaseAway(true),
              new DatabaseAway(false),
              new DatabaseFreeze(),
              new ConnectionsCut()));

  private static final int AT_ONCE_MIN = 2;
  private static final long LASTS_MILLIS_MAX = 30_000;
  private static final int DELAY_MILLIS_MAX = 10_000;
  private static final double MILLIS = 1000.0;

  /** One of the faults, and when it begins after the first moment. */
  private record Part(FaultKind kind, Blow blow, Duration delay) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s from %.1f s for %.1f s",
          blow.kind(),
          delay.toMillis() / MILLIS,
          blow.lasts().toMillis() / MILLIS);
    }
  }

  @Override
  public String name() {
    return "nemesis";
  }

  @Override
  public String says() {
    return "two or three faults at once: of a node, of the network, of the database";
  }

  @Override
  public String detail(Blow blow) {
    return parts(blow).stream().map(Part::toString).collect(Collectors.joining(", "));
  }

  @Override
  public Need need() {
    return Need.NAMESPACES;
  }

  @Override
  public Bounds bounds() {
    return Bounds.NEMESIS;
  }

  @Override
  public Aim aim(Site site, Blow blow) {
    return new Aim.Everything();
  }

  @Override
  public void strike(Site site, Aim aim, Blow blow)
      throws IOException, InterruptedException, SQLException {
    List<Callable<Boolean>> strikes = new ArrayList<>();
    for (Part part : parts(blow)) {
      Aim target = part.kind().aim(site, part.blow());
      strikes.add(() -> struck(site, part, target));
    }
    try (Undoings undoings = new Undoings()) {
      push(undoings, site);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<Boolean> strike : threads.invokeAll(strikes)) {
          await(strike);
        }
      }
    }
  }

  @Override
  public Optional<String> unproven(Blow blow, Seen seen) {
    return Targets.needs(seen.ambiguous() > 0, "nobody noticed any of the faults");
  }

  /** Those of a node begin at once, while it is known what lives there. */
  private static List<Part> parts(Blow blow) {
    RandomGenerator chance = blow.chance();
    List<List<FaultKind>> groups = new ArrayList<>(GROUPS);
    Collections.shuffle(groups, Random.from(chance));
    List<Part> parts = new ArrayList<>();
    int count = chance.nextInt(AT_ONCE_MIN, GROUPS.size() + 1);
    for (List<FaultKind> group : groups.subList(0, count)) {
      FaultKind kind = group.get(chance.nextInt(group.size()));
      Duration drawn = blow.lasts().isZero() ? FaultSchedule.drawn(kind, chance) : blow.lasts();
      Duration lasts = Duration.ofMillis(Math.min(drawn.toMillis(), LASTS_MILLIS_MAX));
      long delay = chance.nextLong(DELAY_MILLIS_MAX);
      parts.add(
          new Part(
              kind,
              new Blow(kind.name(), chance.nextLong(), lasts),
              Duration.ofMillis(group.equals(GROUPS.getFirst()) ? 0 : delay)));
    }
    return parts;
  }

  private static boolean struck(Site site, Part part, Aim target)
      throws IOException, InterruptedException, SQLException {
    site.pause().await(part.delay());
    part.kind().strike(site, target, part.blow());
    return true;
  }

  /** What each fault does itself at its end, and is done in any case. */
  private static void push(Undoings undoings, Site site) {
    undoings.push(site.database()::start);
    undoings.push(site.database()::resume);
    undoings.push(site.needLinks()::heal);
    for (NodeProcess node : site.nodes().all()) {
      undoings.push(node::resume);
    }
  }

  private static void await(Future<Boolean> strike)
      throws IOException, InterruptedException, SQLException {
    try {
      strike.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case IOException cause -> throw cause;
        case SQLException cause -> throw cause;
        case InterruptedException cause -> throw cause;
        case null, default -> throw new IOException("one of the faults failed", failed);
      }
    }
  }
}
