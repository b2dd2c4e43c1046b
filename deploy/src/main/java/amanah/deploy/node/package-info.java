/** Starts the node of this process and stops it when the operating system asks. */
@NullMarked
package amanah.deploy.node;

import org.jspecify.annotations.NullMarked;
