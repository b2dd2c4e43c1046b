@NullMarked
package amanah.zakat.book;

import org.jspecify.annotations.NullMarked;
