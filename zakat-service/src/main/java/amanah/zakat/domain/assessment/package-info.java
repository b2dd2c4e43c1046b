/** One donor's zakat of a year: what is due, and what was paid towards it. */
@NullMarked
package amanah.zakat.domain.assessment;

import org.jspecify.annotations.NullMarked;
