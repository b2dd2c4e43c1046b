/** Tests of reading what other programs print. */
@NullMarked
package amanah.deploy.bench.baseline;

import org.jspecify.annotations.NullMarked;
