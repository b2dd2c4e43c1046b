/** Assessments as sharded entities: each keeps its answer and counts its payments. */
@NullMarked
package amanah.zakat.assessment;

import org.jspecify.annotations.NullMarked;
