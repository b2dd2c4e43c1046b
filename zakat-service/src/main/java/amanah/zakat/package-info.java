/** The zakat service: what is due, by published rules that are data. */
@NullMarked
package amanah.zakat;

import org.jspecify.annotations.NullMarked;
