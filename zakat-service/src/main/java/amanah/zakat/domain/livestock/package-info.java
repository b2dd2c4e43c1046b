/** Zakat of grazing herds, in animals, from the letter of Abu Bakr and the report of Mu'adh. */
@NullMarked
package amanah.zakat.domain.livestock;

import org.jspecify.annotations.NullMarked;
