/** How the domain's words travel between nodes. */
@NullMarked
package amanah.zakat.wire;

import org.jspecify.annotations.NullMarked;
