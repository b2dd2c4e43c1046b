/** The only door to zakat: every transport calls it, and it alone asks the actors. */
@NullMarked
package amanah.zakat.application;

import org.jspecify.annotations.NullMarked;
