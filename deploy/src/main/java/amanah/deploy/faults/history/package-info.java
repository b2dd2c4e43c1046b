/** The history of a campaign as its callers saw it, and whether one order of it explains it all. */
@NullMarked
package amanah.deploy.faults.history;

import org.jspecify.annotations.NullMarked;
