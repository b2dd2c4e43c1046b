package amanah.deploy.faults.load;

/**
 * One try of a request.
 *
 * @param node which was asked
 * @param answer what came of it
 * @param beganNanos when it was sent
 * @param endedNanos when its answer was there, or none would come any more
 */
record Try(Request request, int node, Answer answer, long beganNanos, long endedNanos) {}
