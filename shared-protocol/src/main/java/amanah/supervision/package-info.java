/** Supervisors as in OTP: children start in order, stop in reverse, and restart by a rule. */
@NullMarked
package amanah.supervision;

import org.jspecify.annotations.NullMarked;
