package amanah.deploy.faults.load;

import java.time.Duration;

/**
 * What the callers do.
 *
 * @param seed of what callers do that is not a donation's number
 * @param donationsPerSecond new donations, whatever becomes of the earlier ones
 * @param inFlightMax donations that are not settled, at most
 * @param closeEach how long until one more campaign is closed
 * @param endsAfter when the campaigns end that have an end, after the load began
 */
public record LoadSettings(
    long seed, int donationsPerSecond, int inFlightMax, Duration closeEach, Duration endsAfter) {}
