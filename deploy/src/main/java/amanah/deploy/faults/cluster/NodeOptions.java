package amanah.deploy.faults.cluster;

import java.nio.file.Path;

/**
 * What all nodes of a run are started with.
 *
 * @param run the folder of the run, by which its processes are known
 * @param heapMegabytes the largest heap of one
 * @param user the journal's
 * @param password the journal's
 */
public record NodeOptions(Path run, int heapMegabytes, String user, String password) {}
