@NullMarked
package amanah.zakat.desk;

import org.jspecify.annotations.NullMarked;
