package amanah.deploy.bench;

import java.time.Duration;
import java.util.Set;

/**
 * What is measured and how hard.
 *
 * @param measured how long each measurement counts
 * @param warmup how long each runs before it counts
 * @param hotCallers donations in flight to one campaign: enough that a full batch waits while one
 *     is written and the answers of a third are on their way
 * @param spreadCallers donations in flight to all campaigns
 * @param httpCallers requests in flight, or calls
 * @param httpConnections connections that share them
 * @param streamDonations donations in flight on all streams, one a connection
 * @param jdbcBaseline whether the SQL runs over JDBC even where pgbench is installed
 */
record BenchSettings(
    Set<Measurement> measurements,
    Duration measured,
    Duration warmup,
    int hotCallers,
    int spreadCallers,
    int httpCallers,
    int httpConnections,
    int streamDonations,
    boolean jdbcBaseline) {}
