/** The calculator's book: fund, positions, prices and statistics, decided and evolved purely. */
@NullMarked
package amanah.zakat.domain.book;

import org.jspecify.annotations.NullMarked;
