/** What callers ask the calculator, and what it answers. */
@NullMarked
package amanah.zakat.domain.question;

import org.jspecify.annotations.NullMarked;
