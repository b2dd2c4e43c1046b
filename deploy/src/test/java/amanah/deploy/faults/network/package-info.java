/** Tests of {@code amanah.deploy.faults.network}. */
@NullMarked
package amanah.deploy.faults.network;

import org.jspecify.annotations.NullMarked;
