package amanah.deploy.node;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a node of this machine is started with.
 *
 * @param port the public port; 0 for any that is free
 * @param data the directory of the embedded database, kept between runs
 * @param databaseUrl the JDBC URL of another database, or null for the embedded one
 */
public record NodeSettings(int port, Path data, @Nullable String databaseUrl) {}
