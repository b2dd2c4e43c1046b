package amanah.deploy.faults.report;

import amanah.deploy.faults.cluster.ProcessReading;
import java.util.Optional;

/**
 * What one node held at one moment.
 *
 * @param node its number
 * @param process what its process held, or empty where that cannot be told
 * @param sessions with the database
 */
public record Holding(int node, Optional<ProcessReading> process, int sessions) {}
