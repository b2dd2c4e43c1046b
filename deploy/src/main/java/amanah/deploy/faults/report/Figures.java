package amanah.deploy.faults.report;

/**
 * What the load came to.
 *
 * @param runSeconds how long it ran
 * @param acknowledged donations
 * @param refused donations, for good
 * @param failed donations without a definite answer in their caller's time
 * @param skipped donations that were not sent, since too many were under way
 * @param ambiguous tries that left open whether something was done
 * @param resolved donations that such a try had recorded
 * @param replays donations that were repeated with the same answer
 * @param mismatches donations that were repeated with other content and refused
 * @param refunds acknowledged
 * @param reads that contained what had been acknowledged
 * @param changes of status acknowledged
 * @param questions to single nodes that had a definite answer
 * @param nodeEnds how often a node ended without having been asked to
 * @param p50Millis of donations until a definite answer
 * @param p99Millis likewise
 * @param maxMillis likewise
 */
public record Figures(
    double runSeconds,
    long acknowledged,
    long refused,
    long failed,
    long skipped,
    long ambiguous,
    long resolved,
    long replays,
    long mismatches,
    long refunds,
    long reads,
    long changes,
    long questions,
    int nodeEnds,
    double p50Millis,
    double p99Millis,
    double maxMillis) {}
