package amanah.deploy.faults;

import amanah.deploy.faults.database.DatabaseProxy;
import amanah.deploy.faults.kind.Aim;
import amanah.deploy.faults.kind.Blow;
import amanah.deploy.faults.kind.Bounds;
import amanah.deploy.faults.kind.BrokenPromise;
import amanah.deploy.faults.kind.FaultKind;
import amanah.deploy.faults.kind.Seen;
import amanah.deploy.faults.kind.Site;
import amanah.deploy.faults.load.FaultTime;
import amanah.deploy.faults.load.Meter;
import amanah.deploy.faults.report.FaultRecord;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one fault after another, waits until all is well, and notes what was seen. */
final class Striking {

  private static final Logger LOG = LoggerFactory.getLogger(Striking.class);
  private static final Duration HEALED_MAX = Duration.ofMinutes(3);
  private static final Duration STEADY_FOR = Duration.ofSeconds(8);
  private static final Duration STEADY_MAX = Duration.ofSeconds(45);
  private static final Duration CALM = Duration.ofSeconds(6);
  private static final double SECOND_NANOS = 1e9;
  private static final double MILLI_NANOS = 1e6;
  private static final double MILLIS = 1000.0;

  private final Site site;
  private final Meter meter;
  private final IntPredicate open;
  private final LongSupplier nanoTime;
  private final boolean anyMoment;
  private volatile String now = "calm";

  Striking(Site site, Meter meter, IntPredicate open, LongSupplier nanoTime, boolean anyMoment) {
    this.site = site;
    this.anyMoment = anyMoment;
    this.meter = meter;
    this.open = open;
    this.nanoTime = nanoTime;
  }

  /** What is done at the moment, in a word. */
  String now() {
    return now;
  }

  /** Does it; returns when all is well again and has been calm for a while. */
  FaultRecord strike(FaultKind kind, Blow blow) throws IOException, InterruptedException {
    if (!anyMoment) {
      awaitSteadyShards();
    }
    Aim aim = kind.aim(site, blow);
    ShardMap shards = ShardMap.now(site, aim);
    int endsBefore = site.nodes().ends();
    int commitsBefore = commitsStruck();
    long began = nanoTime.getAsLong();
    FaultTime time =
        meter.struck(campaign -> shards.isStruck(campaign, site.campaigns().get(campaign)));
    now = kind.name();
    List<String> broken = new ArrayList<>();
    boolean struck = struck(kind, aim, blow, broken);
    long undone = nanoTime.getAsLong();
    now = kind.name() + ", healing";
    boolean healed = site.pause().until(HEALED_MAX, () -> isWell(shards, undone));
    long well = nanoTime.getAsLong();
    meter.healed();
    now = "calm";
    // Whoever began while it lasted is waited for, so that his time counts.
    site.pause().await(CALM);
    Seen seen =
        seen(
            shards,
            time,
            endsOf(aim, endsBefore, began),
            commitsStruck() - commitsBefore,
            Duration.ofNanos(well - undone),
            healed);
    if (struck) {
      broken.addAll(broken(kind, blow, seen));
      if (seen.othersAway().compareTo(kind.bounds().othersMax()) > 0) {
        broken.add(longestOther(shards, time, began));
      }
    }
    LOG.info("{} on {}: {} {}", kind.name(), describe(aim), seen, broken);
    return new FaultRecord(
        blow,
        describe(aim),
        kind.detail(blow),
        (began - meter.beganNanos()) / SECOND_NANOS,
        (well - meter.beganNanos()) / SECOND_NANOS,
        time.acknowledged(),
        seen,
        longest(shards, time, true),
        longest(shards, time, false),
        broken);
  }

  /**
   * Waits until no shard has moved for a while: who was struck would not be known of a campaign
   * that is on its way, and a move that a fault interrupts holds up campaigns of healthy nodes.
   */
  private void awaitSteadyShards() throws IOException, InterruptedException {
    now = "calm, shards settle";
    boolean steady = site.nodes().steady(STEADY_FOR, STEADY_MAX);
    if (!steady) {
      LOG.info("shards still move after {}", STEADY_MAX);
    }
  }

  private boolean struck(FaultKind kind, Aim aim, Blow blow, List<String> broken)
      throws InterruptedException {
    try {
      kind.strike(site, aim, blow);
      return true;
    } catch (BrokenPromise broke) {
      broken.add(broke.getMessage());
      return true;
    } catch (IOException | SQLException failed) {
      LOG.warn("{} could not be done as planned", kind.name(), failed);
      broken.add("could not be done as planned: " + failed.getMessage());
      return false;
    }
  }

  /**
   * All nodes are up, and each open campaign has settled a donation that began after {@code since}.
   */
  private boolean isWell(ShardMap shards, long since) throws InterruptedException {
    shards.look(site);
    for (int campaign = 0; campaign < site.campaigns().size(); campaign++) {
      if (open.test(campaign) && meter.freshNanos(campaign) < since) {
        return false;
      }
    }
    return site.nodes().isWhole();
  }

  private Seen seen(
      ShardMap shards, FaultTime time, Ends ends, int commits, Duration backAfter, boolean healed) {
    return new Seen(
        ends.count(),
        ends.after(),
        shards.moved(),
        time.ambiguous(),
        time.resolved(),
        commits,
        time.failed(),
        max(longest(shards, time, true)),
        max(longest(shards, time, false)),
        backAfter,
        healed,
        time.longestCalculation(),
        time.calm(),
        time.others());
  }

  /** How often nodes have ended unasked, and when the last of the struck ones did. */
  private record Ends(int count, Duration after) {}

  private Ends endsOf(Aim aim, int before, long began) {
    long last =
        aim.struckNodes().stream()
            .mapToLong(node -> site.nodes().all().get(node).endNanos() - began)
            .max()
            .orElse(0);
    return new Ends(site.nodes().ends() - before, Duration.ofNanos(Math.max(0, last)));
  }

  private List<Double> longest(ShardMap shards, FaultTime time, boolean struck) {
    List<Double> millis = new ArrayList<>();
    for (int campaign = 0; campaign < site.campaigns().size(); campaign++) {
      boolean counts = shards.isStruck(campaign, site.campaigns().get(campaign)) == struck;
      if (counts && time.longestNanos(campaign) > 0) {
        millis.add(time.longestNanos(campaign) / MILLI_NANOS);
      }
    }
    return millis;
  }

  /** So that a person can look for it in the nodes' logs. */
  private String longestOther(ShardMap shards, FaultTime time, long struckNanos) {
    return IntStream.range(0, site.campaigns().size())
        .filter(campaign -> !shards.isStruck(campaign, site.campaigns().get(campaign)))
        .boxed()
        .max(Comparator.comparingLong(time::longestNanos))
        .map(
            campaign ->
                longest(site.campaigns().get(campaign), campaign, shards, time, struckNanos))
        .orElse("");
  }

  private static String longest(
      String id, int campaign, ShardMap shards, FaultTime time, long struckNanos) {
    String when =
        time.slowest(campaign)
            .map(
                slowest ->
                    "begun %.1f s after the blow, settled in %d tries through node %d"
                        .formatted(
                            (slowest.beganNanos() - struckNanos) / SECOND_NANOS,
                            slowest.tries(),
                            slowest.node()))
            .orElse("");
    return "the longest of them was %s, shard %s on %s, %s"
        .formatted(id, ShardMap.shard(id), shards.host(id), when);
  }

  private static Duration max(List<Double> millis) {
    double longest = millis.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return Duration.ofMillis((long) longest);
  }

  private static List<String> broken(FaultKind kind, Blow blow, Seen seen) {
    List<String> broken = new ArrayList<>();
    Bounds bounds = kind.bounds();
    kind.unproven(blow, seen).ifPresent(why -> broken.add("nothing proven: " + why));
    exceeds("struck campaigns were away", seen.struckAway(), bounds.struckMax(), broken);
    exceeds("other campaigns were away", seen.othersAway(), bounds.othersMax(), broken);
    exceeds("a struck node ran on", seen.endedAfter(), bounds.endedMax(), broken);
    exceeds("all was well again only", seen.backAfter(), bounds.backMax(), broken);
    exceeds(
        "a calculation had no answer",
        seen.calculationAway().orElse(Duration.ZERO),
        bounds.calculationMax(),
        broken);
    if (!seen.healed()) {
      broken.add("not all was well " + HEALED_MAX.toSeconds() + " s later");
    }
    if (seen.failed() > bounds.failedMax()) {
      broken.add(
          seen.failed()
              + " donations had no definite answer in their caller's time, at most "
              + bounds.failedMax()
              + " may");
    }
    return broken;
  }

  private static void exceeds(String what, Duration found, Duration max, List<String> broken) {
    if (found.compareTo(max) > 0) {
      broken.add(
          String.format(
              Locale.ROOT,
              "%s for %.1f s, at most %d s are asked for",
              what,
              found.toMillis() / MILLIS,
              max.toSeconds()));
    }
  }

  private int commitsStruck() {
    return site.database().proxies().stream().mapToInt(DatabaseProxy::struck).sum();
  }

  private String describe(Aim aim) {
    return switch (aim) {
      case Aim.Everything all -> "everything";
      case Aim.OfCampaign one -> "campaign " + site.campaigns().get(one.campaign());
      case Aim.OfNodes some -> "node " + some.nodes().toString().replaceAll("[\\[\\]]", "");
    };
  }
}
