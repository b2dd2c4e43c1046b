@NullMarked
package amanah.zakat.domain.question;

import org.jspecify.annotations.NullMarked;
