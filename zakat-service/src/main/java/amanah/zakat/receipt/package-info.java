/** An assessment as a document for the donor: a page that is read, printed and kept. */
@NullMarked
package amanah.zakat.receipt;

import org.jspecify.annotations.NullMarked;
