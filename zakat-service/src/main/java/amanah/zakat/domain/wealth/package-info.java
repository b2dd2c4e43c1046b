/** What a payer owns and owes, as it is declared, before any rule looks at it. */
@NullMarked
package amanah.zakat.domain.wealth;

import org.jspecify.annotations.NullMarked;
