package amanah.deploy.faults.history;

/**
 * Where and when a try was made.
 *
 * @param node which was asked
 * @param fault the ordinal of the fault in whose time it was answered, -1 for none
 * @param invokedNanos when it was sent, by the tool's clock
 * @param completedNanos when its answer was there, by the same clock
 */
public record Span(int node, int fault, long invokedNanos, long completedNanos) {}
