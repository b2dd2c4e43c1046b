package amanah.deploy.load.report;

/** A latency that so many percent of the donations did not exceed. */
public record CurvePoint(double percent, double millis) {}
