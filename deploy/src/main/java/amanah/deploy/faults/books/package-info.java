/** The second book: what was acknowledged, and how it is held against the journal. */
@NullMarked
package amanah.deploy.faults.books;

import org.jspecify.annotations.NullMarked;
