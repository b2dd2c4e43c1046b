@NullMarked
package amanah.zakat.domain.fund;

import org.jspecify.annotations.NullMarked;
