package amanah.deploy.faults.kind;

import amanah.deploy.faults.database.Stroke;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** All kinds of faults there are; a new one is added here. */
public final class FaultKinds {

  /**
   * Around the time in which the others take over what ran on a node that is silent: some 4 s until
   * it is missed, 5 s in which nothing changes, 1 s for it to stop.
   */
  private static final int PAUSE_SECONDS_MIN = 6;

  private static final int PAUSE_SECONDS_MAX = 16;
  private static final int LONG_PAUSE_SECONDS = 40;
  private static final int COMMITS_STRUCK = 12;

  /** How long nodes of a run do not trust a time that jumped: no run waits for five minutes. */
  public static final Duration DISTRUST = Duration.ofSeconds(10);

  private static final List<FaultKind> ALL =
      List.of(
          new Kill(1),
          new Kill(2),
          new KillZakat(),
          new KillInSnapshot(),
          new Freeze("pause", PAUSE_SECONDS_MIN, PAUSE_SECONDS_MAX),
          new Freeze("pause-40", LONG_PAUSE_SECONDS, LONG_PAUSE_SECONDS),
          new StarvedCpu(),
          new NodeRestart(false),
          new NodeRestart(true),
          new Partition(false),
          new Partition(true),
          new Flapping(),
          new Bridge(),
          new SlowNetwork(),
          new DatabaseAway(true),
          new DatabaseAway(false),
          new DatabaseFreeze(),
          new Failover(),
          new ConnectionsCut(),
          new HeldKey(),
          new CommitStruck(Stroke.LATE_COMMIT, COMMITS_STRUCK),
          new CommitStruck(Stroke.REPLY_CUT, COMMITS_STRUCK),
          new DiskFull(),
          new BitFlip(),
          new SnapshotFlip(),
          new WrongClock(InstantSource.system()),
          new DatabaseClock(InstantSource.system(), DISTRUST),
          new Nemesis());

  private FaultKinds() {}

  /** Every kind, in the order in which they are told. */
  public static List<FaultKind> all() {
    return ALL;
  }

  /** The kind of that name. */
  public static Optional<FaultKind> named(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }
}
