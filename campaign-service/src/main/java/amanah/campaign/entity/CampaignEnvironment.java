package amanah.campaign.entity;

import amanah.campaign.ledger.Snapshots;
import amanah.campaign.zakat.ReporterEnvironment;
import amanah.cluster.Quorum;
import amanah.time.ElapsedTime;
import amanah.time.Timekeeper;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a campaign is given from outside: its limits, a place for snapshots, the time, chance, and
 * whether its node may still speak for it.
 *
 * @param clock for how long somebody waits
 * @param time for what is written down and decided
 * @param zakat what its reporter is given; empty where no calculator is to be told of zakat
 * @param elapsed for how often its children are restarted
 */
public record CampaignEnvironment(
    EntityLimits limits,
    Snapshots snapshots,
    InstantSource clock,
    Timekeeper time,
    RandomGenerator random,
    Quorum quorum,
    Optional<ReporterEnvironment> zakat,
    ElapsedTime elapsed) {

  /** One whose only clock is trusted whatever it says. */
  public CampaignEnvironment(
      EntityLimits limits,
      Snapshots snapshots,
      InstantSource clock,
      RandomGenerator random,
      Quorum quorum,
      Optional<ReporterEnvironment> zakat) {
    this(
        limits,
        snapshots,
        clock,
        Timekeeper.trusting(clock),
        random,
        quorum,
        zakat,
        ElapsedTime.by(clock));
  }
}
