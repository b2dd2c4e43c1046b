/** Histories made by hand and by chance, legal ones and others. */
@NullMarked
package amanah.deploy.faults.history;

import org.jspecify.annotations.NullMarked;
