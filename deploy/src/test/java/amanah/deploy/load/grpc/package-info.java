/** Tests of the messages that a load sends. */
@NullMarked
package amanah.deploy.load.grpc;

import org.jspecify.annotations.NullMarked;
