/** {@code amanah census}: opens many campaigns, lets them sleep, wakes them, and counts them. */
@NullMarked
package amanah.deploy.census;

import org.jspecify.annotations.NullMarked;
