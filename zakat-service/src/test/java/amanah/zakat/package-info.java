@NullMarked
package amanah.zakat;

import org.jspecify.annotations.NullMarked;
