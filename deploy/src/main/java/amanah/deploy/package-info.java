/** The runnable node and the command line around it. */
@NullMarked
package amanah.deploy;

import org.jspecify.annotations.NullMarked;
