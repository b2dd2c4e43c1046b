@NullMarked
package amanah.protocol.zakat;

import org.jspecify.annotations.NullMarked;
