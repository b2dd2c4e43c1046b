/** Callers who follow the rule for retries, at a rate of their own. */
@NullMarked
package amanah.deploy.faults.load;

import org.jspecify.annotations.NullMarked;
