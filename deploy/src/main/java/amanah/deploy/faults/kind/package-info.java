/** The kinds of faults, each what it does and what must have been seen. */
@NullMarked
package amanah.deploy.faults.kind;

import org.jspecify.annotations.NullMarked;
