/** Drives calls in a closed loop, and keeps the books of what was acknowledged. */
@NullMarked
package amanah.deploy.bench.load;

import org.jspecify.annotations.NullMarked;
