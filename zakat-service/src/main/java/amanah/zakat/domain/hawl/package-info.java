/** Hawl: whether a year of ownership has passed over the nisab, by either school's reading. */
@NullMarked
package amanah.zakat.domain.hawl;

import org.jspecify.annotations.NullMarked;
