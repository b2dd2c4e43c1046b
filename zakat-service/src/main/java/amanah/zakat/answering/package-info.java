/** Answers questions about zakat, purely: rules and published prices in, answer out. */
@NullMarked
package amanah.zakat.answering;

import org.jspecify.annotations.NullMarked;
