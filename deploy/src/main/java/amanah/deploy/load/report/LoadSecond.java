package amanah.deploy.load.report;

/**
 * About a second of a load, as long as it took to look again.
 *
 * @param second since the load began, at its end
 * @param perSecond donations acknowledged a second
 * @param p50Millis of those, from when each was due
 * @param p99Millis likewise
 * @param open donations without an answer at its end
 */
public record LoadSecond(
    double second, double perSecond, double p50Millis, double p99Millis, long open) {}
