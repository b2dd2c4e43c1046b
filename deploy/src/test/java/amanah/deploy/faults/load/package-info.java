/** Tests of {@code amanah.deploy.faults.load}. */
@NullMarked
package amanah.deploy.faults.load;

import org.jspecify.annotations.NullMarked;
