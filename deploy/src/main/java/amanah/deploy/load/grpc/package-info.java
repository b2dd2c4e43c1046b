/** Loads the gRPC door through the client that everybody has, one call a donation or on streams. */
@NullMarked
package amanah.deploy.load.grpc;

import org.jspecify.annotations.NullMarked;
