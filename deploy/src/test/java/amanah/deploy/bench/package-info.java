/** Tests of the benchmark's report. */
@NullMarked
package amanah.deploy.bench;

import org.jspecify.annotations.NullMarked;
