/** Prices of metal and published figures, each from a day on. */
@NullMarked
package amanah.zakat.domain.price;

import org.jspecify.annotations.NullMarked;
