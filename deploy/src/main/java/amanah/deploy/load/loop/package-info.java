/** Drives calls in a closed or an open loop, and keeps the books of what was acknowledged. */
@NullMarked
package amanah.deploy.load.loop;

import org.jspecify.annotations.NullMarked;
