/** Asks both doors of a service the same questions and compares what they tell. */
@NullMarked
package amanah.testing.parity;

import org.jspecify.annotations.NullMarked;
