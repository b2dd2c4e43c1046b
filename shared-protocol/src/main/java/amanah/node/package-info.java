/**
 * A node: one actor system in its cluster, one door, and the services that are put together on it.
 */
@NullMarked
package amanah.node;

import org.jspecify.annotations.NullMarked;
