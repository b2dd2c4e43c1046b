/** How a node finds the others, becomes one of them, and sees who and where they are. */
@NullMarked
package amanah.cluster;

import org.jspecify.annotations.NullMarked;
