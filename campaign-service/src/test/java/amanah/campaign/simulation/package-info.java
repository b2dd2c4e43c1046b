/** The intake under faults, simulated: real actors, one thread, one seed, a clock of its own. */
@NullMarked
package amanah.campaign.simulation;

import org.jspecify.annotations.NullMarked;
