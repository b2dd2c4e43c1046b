/** The rules as values: every number and choice with the source that published it and its date. */
@NullMarked
package amanah.zakat.domain.rule;

import org.jspecify.annotations.NullMarked;
