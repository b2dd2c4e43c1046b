package amanah.deploy.faults.cluster;

/**
 * What the process of a node holds at one moment.
 *
 * @param heapBytes of the heap that are in use after a full collection
 * @param residentBytes of memory that the operating system has given it
 * @param threads of the operating system
 */
public record ProcessReading(long heapBytes, long residentBytes, int threads) {}
