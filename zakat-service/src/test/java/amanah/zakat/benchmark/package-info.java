@NullMarked
package amanah.zakat.benchmark;

import org.jspecify.annotations.NullMarked;
