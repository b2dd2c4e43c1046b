@NullMarked
package amanah.zakat.domain.price;

import org.jspecify.annotations.NullMarked;
