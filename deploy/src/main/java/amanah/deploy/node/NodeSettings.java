package amanah.deploy.node;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes of this machine are started with.
 *
 * @param nodes how many, at least 1
 * @param port the public port of the first, those of the others follow; 0 for any that are free
 * @param data the directory of the embedded database, kept between runs
 * @param databaseUrl the JDBC URL of another database, or null for the embedded one
 */
public record NodeSettings(int nodes, int port, Path data, @Nullable String databaseUrl) {}
