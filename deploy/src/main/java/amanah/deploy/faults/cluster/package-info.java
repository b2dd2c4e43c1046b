/** The nodes of a run: processes that are started, struck and started again. */
@NullMarked
package amanah.deploy.faults.cluster;

import org.jspecify.annotations.NullMarked;
