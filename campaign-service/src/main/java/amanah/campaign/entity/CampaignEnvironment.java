package amanah.campaign.entity;

import amanah.campaign.ledger.Snapshots;
import amanah.cluster.Quorum;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a campaign is given from outside: its limits, a place for snapshots, the time, chance, and
 * whether its node may still speak for it.
 */
public record CampaignEnvironment(
    EntityLimits limits,
    Snapshots snapshots,
    InstantSource clock,
    RandomGenerator random,
    Quorum quorum) {}
