package amanah.deploy.faults.load;

/**
 * One second of a run.
 *
 * @param second since the load began
 * @param acknowledged donations
 * @param ambiguous tries
 * @param p50Millis of the donations settled in it, from their first try
 * @param p99Millis likewise
 */
public record Second(
    long second, long acknowledged, long ambiguous, double p50Millis, double p99Millis) {}
