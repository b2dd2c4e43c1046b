/** The one writer of the calculator's journal. */
@NullMarked
package amanah.zakat.book;

import org.jspecify.annotations.NullMarked;
