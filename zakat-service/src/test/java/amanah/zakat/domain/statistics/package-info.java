@NullMarked
package amanah.zakat.domain.statistics;

import org.jspecify.annotations.NullMarked;
