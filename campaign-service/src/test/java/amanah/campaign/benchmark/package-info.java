/** Measurements, run on demand; how to run them stands with each. */
@NullMarked
package amanah.campaign.benchmark;

import org.jspecify.annotations.NullMarked;
