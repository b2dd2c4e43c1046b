package amanah.deploy.load.loop;

/** Latencies in milliseconds that 50, 99 and 99.9 percent of the calls did not exceed. */
public record Percentiles(double p50Millis, double p99Millis, double p999Millis) {}
