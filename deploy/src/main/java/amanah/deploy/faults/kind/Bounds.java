package amanah.deploy.faults.kind;

import java.time.Duration;

/**
 * What a kind may cost, and where that is said; nothing may ever be lost or doubled.
 *
 * @param struckMax the longest time of a donation to a struck campaign
 * @param othersMax the longest time of a donation to any other
 * @param backMax from the end of the fault until all is served
 * @param endedMax from the beginning of the fault until a struck node that gives up has ended
 * @param failedMax donations without a definite answer in their caller's time
 * @param source the sentence that asks for it
 * @param calculationMax the longest time in which a calculation of zakat has no answer
 * @param tailGrowthMax how many times longer than in the calm before the 99th percentile of
 *     donations to other campaigns may be
 */
public record Bounds(
    Duration struckMax,
    Duration othersMax,
    Duration backMax,
    Duration endedMax,
    long failedMax,
    String source,
    Duration calculationMax,
    double tailGrowthMax) {

  private static final Duration UNBOUNDED = Duration.ofDays(1);
  private static final Duration HEALED_MAX = Duration.ofSeconds(90);

  /** "node killed: affected campaigns away <= 20 s; others <= 3 s". */
  static final Bounds KILL =
      new Bounds(
          seconds(20),
          seconds(3),
          HEALED_MAX,
          UNBOUNDED,
          0,
          "node killed: affected campaigns away <= 20 s; others <= 3 s");

  /** Two of three nodes die: the one that is left is a minority and starts anew with the others. */
  static final Bounds KILL_TWO =
      new Bounds(
          seconds(60),
          seconds(60),
          HEALED_MAX,
          UNBOUNDED,
          0,
          "two of three nodes killed: back by themselves, within a caller's patience");

  /** "5 s: nobody downed; 40 s: the zombie exits, healthy nodes <= 3 s". */
  static final Bounds PAUSE =
      new Bounds(
          seconds(30),
          seconds(3),
          HEALED_MAX,
          seconds(50),
          0,
          "node paused: 5 s: nobody downed; 40 s: the zombie exits, others <= 3 s");

  /** "graceful stop, rolling restart: 0 failed after retries, <= 5 s". */
  static final Bounds STOP =
      new Bounds(
          seconds(5),
          seconds(5),
          HEALED_MAX,
          UNBOUNDED,
          0,
          "graceful stop, rolling restart: 0 failed after retries, <= 5 s");

  /** "minority exits <= 20 s, majority away <= 30 s". */
  static final Bounds PARTITION =
      new Bounds(
          seconds(30),
          seconds(3),
          HEALED_MAX,
          seconds(20),
          0,
          "partition: the minority exits <= 20 s, the majority serves, away <= 30 s, heals by itself");

  /** No side is whole: whoever is left may start anew, and all is back by itself. */
  static final Bounds UNSETTLED =
      new Bounds(
          seconds(60),
          seconds(60),
          HEALED_MAX,
          UNBOUNDED,
          Long.MAX_VALUE,
          "a network that does not settle: nothing wrong is told, all is back by itself");

  /** As a pause; the others share what is left of the processor. */
  static final Bounds STARVED =
      new Bounds(
          seconds(30),
          seconds(15),
          HEALED_MAX,
          UNBOUNDED,
          0,
          "node starved: struck as if paused, others slow, none away");

  /** A kill, in the midst of some thousand donations a second to one campaign. */
  static final Bounds KILL_IN_SNAPSHOT =
      new Bounds(
          seconds(30),
          seconds(10),
          HEALED_MAX,
          UNBOUNDED,
          0,
          "killed in a snapshot: the campaign is back <= 30 s, from what is whole");

  /** One campaign cannot be read until somebody has mended its journal. */
  static final Bounds BIT_FLIP =
      new Bounds(
          UNBOUNDED,
          seconds(3),
          HEALED_MAX,
          UNBOUNDED,
          Long.MAX_VALUE,
          "a bit of an event flipped: its campaign stops, the audit finds it, others <= 3 s");

  /** As a kill, in the midst of some thousand donations a second to one campaign. */
  static final Bounds SNAPSHOT_FLIP =
      new Bounds(
          seconds(60),
          seconds(10),
          HEALED_MAX,
          UNBOUNDED,
          0,
          "a bit of a snapshot flipped: it is passed over with a word, the audit finds it");

  /** Several faults at once cost what they cost, and never the truth. */
  static final Bounds NEMESIS =
      new Bounds(
          UNBOUNDED,
          UNBOUNDED,
          HEALED_MAX,
          UNBOUNDED,
          Long.MAX_VALUE,
          "several faults at once: nothing lost, doubled or told wrongly, all back by itself");

  /** "slow network: refusals, p99 back within 10 s". */
  static final Bounds SLOW =
      new Bounds(
          seconds(60),
          seconds(60),
          seconds(30),
          UNBOUNDED,
          0,
          "slow network: refusals, then all is back");

  /** "database killed: first success <= 15 s after it accepts". */
  static final Bounds DATABASE =
      new Bounds(
          UNBOUNDED,
          UNBOUNDED,
          seconds(15),
          UNBOUNDED,
          Long.MAX_VALUE,
          "database away: served <= 15 s after it accepts");

  /** Nodes may end, so that nothing that they remember outlives the old database. */
  static final Bounds FAILOVER =
      new Bounds(
          seconds(60),
          seconds(60),
          HEALED_MAX,
          UNBOUNDED,
          Long.MAX_VALUE,
          "failover to a synchronous standby: nothing is lost, away <= 60 s");

  /** "backends terminated, node cut from the database: retries only". */
  static final Bounds CUT =
      new Bounds(seconds(15), seconds(15), seconds(15), UNBOUNDED, 0, "sessions cut: retries only");

  /** "key held by a zombie's open transaction, 20 s: other campaigns <= 1 s". */
  static final Bounds HELD_KEY =
      new Bounds(
          seconds(40),
          seconds(1),
          seconds(15),
          UNBOUNDED,
          0,
          "key held by a stranger's transaction: other campaigns <= 1 s");

  /** "disk full: nothing acknowledged is lost, back within 30 s". */
  static final Bounds DISK =
      new Bounds(
          UNBOUNDED,
          UNBOUNDED,
          seconds(30),
          UNBOUNDED,
          Long.MAX_VALUE,
          "disk full: nothing acknowledged is lost, back within 30 s");

  /** "clock +1 h / -1 h on a node or of the database: nothing closes early". */
  static final Bounds CLOCK =
      new Bounds(
          seconds(3),
          seconds(3),
          seconds(15),
          UNBOUNDED,
          0,
          "clock one hour off: nothing closes early");

  /** "calculations answer again within 15 s, collected exact, no intake delayed (1.5 times)". */
  static final Bounds KILL_ZAKAT =
      new Bounds(
          seconds(20),
          seconds(3),
          HEALED_MAX,
          UNBOUNDED,
          0,
          "calculator's node killed: calculations answer <= 15 s, others' p99 within 1.5 times",
          seconds(15),
          1.5);

  /** For kinds of which nothing of zakat is asked. */
  Bounds(
      Duration struckMax,
      Duration othersMax,
      Duration backMax,
      Duration endedMax,
      long failedMax,
      String source) {
    this(
        struckMax,
        othersMax,
        backMax,
        endedMax,
        failedMax,
        source,
        UNBOUNDED,
        Double.POSITIVE_INFINITY);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
