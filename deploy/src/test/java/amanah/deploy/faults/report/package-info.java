/** Tests of {@code amanah.deploy.faults.report}. */
@NullMarked
package amanah.deploy.faults.report;

import org.jspecify.annotations.NullMarked;
