/** Tests of the parts of a run under faults. */
@NullMarked
package amanah.deploy.faults;

import org.jspecify.annotations.NullMarked;
