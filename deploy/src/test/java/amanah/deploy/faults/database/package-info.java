/** Tests of {@code amanah.deploy.faults.database}. */
@NullMarked
package amanah.deploy.faults.database;

import org.jspecify.annotations.NullMarked;
