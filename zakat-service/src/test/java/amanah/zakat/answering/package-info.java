@NullMarked
package amanah.zakat.answering;

import org.jspecify.annotations.NullMarked;
