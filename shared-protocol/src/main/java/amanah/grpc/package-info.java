/** What every gRPC service of a node is made of: the second door, at the port of the first. */
@NullMarked
package amanah.grpc;

import org.jspecify.annotations.NullMarked;
