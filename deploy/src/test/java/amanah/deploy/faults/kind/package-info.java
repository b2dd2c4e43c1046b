/** Tests of {@code amanah.deploy.faults.kind}. */
@NullMarked
package amanah.deploy.faults.kind;

import org.jspecify.annotations.NullMarked;
