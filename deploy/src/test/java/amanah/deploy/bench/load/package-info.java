/** Tests of the closed loop and its books, with campaigns kept in memory. */
@NullMarked
package amanah.deploy.bench.load;

import org.jspecify.annotations.NullMarked;
