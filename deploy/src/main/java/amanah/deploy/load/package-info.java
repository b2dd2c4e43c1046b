/** Loads running nodes with donations at a rate, and holds what was acknowledged against them. */
@NullMarked
package amanah.deploy.load;

import org.jspecify.annotations.NullMarked;
