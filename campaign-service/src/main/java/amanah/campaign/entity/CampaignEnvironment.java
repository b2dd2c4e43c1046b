package amanah.campaign.entity;

import amanah.campaign.ledger.Snapshots;
import amanah.campaign.zakat.ReporterEnvironment;
import amanah.cluster.Quorum;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a campaign is given from outside: its limits, a place for snapshots, the time, chance, and
 * whether its node may still speak for it.
 *
 * @param zakat what its reporter is given; empty where no calculator is to be told of zakat
 */
public record CampaignEnvironment(
    EntityLimits limits,
    Snapshots snapshots,
    InstantSource clock,
    RandomGenerator random,
    Quorum quorum,
    Optional<ReporterEnvironment> zakat) {}
