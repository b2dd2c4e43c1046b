/** Reads the rule profiles from their files and refuses every number that is not evidenced. */
@NullMarked
package amanah.zakat.rules;

import org.jspecify.annotations.NullMarked;
