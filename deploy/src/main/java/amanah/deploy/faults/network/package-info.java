/** Network namespaces: each node a machine of its own, whose links can be cut. */
@NullMarked
package amanah.deploy.faults.network;

import org.jspecify.annotations.NullMarked;
