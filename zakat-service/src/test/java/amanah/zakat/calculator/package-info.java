@NullMarked
package amanah.zakat.calculator;

import org.jspecify.annotations.NullMarked;
