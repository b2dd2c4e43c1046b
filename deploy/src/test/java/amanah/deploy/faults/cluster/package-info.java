/** Tests of {@code amanah.deploy.faults.cluster}. */
@NullMarked
package amanah.deploy.faults.cluster;

import org.jspecify.annotations.NullMarked;
