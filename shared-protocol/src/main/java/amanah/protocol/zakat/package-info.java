/**
 * How campaigns report zakat to the calculator: every gift and refund counts exactly once, whatever
 * is lost on the way or said twice.
 *
 * <p>The calculator keeps for each campaign a position, a sequence number of the campaign's own
 * events up to which its zakat is counted. A report says from which position to which it reaches,
 * and counts only if it begins where the calculator is.
 */
@NullMarked
package amanah.protocol.zakat;

import org.jspecify.annotations.NullMarked;
