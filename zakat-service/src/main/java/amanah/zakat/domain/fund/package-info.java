/** The zakat fund: what was collected, and to whom it was given. */
@NullMarked
package amanah.zakat.domain.fund;

import org.jspecify.annotations.NullMarked;
