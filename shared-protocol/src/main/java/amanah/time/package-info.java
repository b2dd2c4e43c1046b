/** The time as far as somebody may build on it. */
@NullMarked
package amanah.time;

import org.jspecify.annotations.NullMarked;
