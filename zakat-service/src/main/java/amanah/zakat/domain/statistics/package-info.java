/** What was calculated, counted by those who answered. */
@NullMarked
package amanah.zakat.domain.statistics;

import org.jspecify.annotations.NullMarked;
