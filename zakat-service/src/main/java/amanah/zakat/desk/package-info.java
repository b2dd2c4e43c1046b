/** The calculator's desk on every node: asks it, and answers calculations while it moves. */
@NullMarked
package amanah.zakat.desk;

import org.jspecify.annotations.NullMarked;
