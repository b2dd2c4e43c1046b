/**
 * Exact numbers: fractions that karats and proportions need, because decimals cannot hold 22/24.
 */
@NullMarked
package amanah.zakat.domain.arithmetic;

import org.jspecify.annotations.NullMarked;
