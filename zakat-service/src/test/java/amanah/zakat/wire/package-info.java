@NullMarked
package amanah.zakat.wire;

import org.jspecify.annotations.NullMarked;
