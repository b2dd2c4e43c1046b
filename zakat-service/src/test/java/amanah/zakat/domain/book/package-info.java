@NullMarked
package amanah.zakat.domain.book;

import org.jspecify.annotations.NullMarked;
