/** The zakat that is due on what is declared under a set of rules: pure, exact and explained. */
@NullMarked
package amanah.zakat.domain;

import org.jspecify.annotations.NullMarked;
