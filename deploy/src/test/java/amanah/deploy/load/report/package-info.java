/** Tests of what a load is said to have come to. */
@NullMarked
package amanah.deploy.load.report;

import org.jspecify.annotations.NullMarked;
