/** The calculator: one in the whole cluster, with a desk on every node. */
@NullMarked
package amanah.zakat.calculator;

import org.jspecify.annotations.NullMarked;
