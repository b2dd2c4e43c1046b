@NullMarked
package amanah.zakat.journal;

import org.jspecify.annotations.NullMarked;
