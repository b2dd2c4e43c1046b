/** The database of a run, and the proxies through which it is struck. */
@NullMarked
package amanah.deploy.faults.database;

import org.jspecify.annotations.NullMarked;
