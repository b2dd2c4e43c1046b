/** Money as exact minor units with a currency, and shares of a whole; every rounding is written. */
@NullMarked
package amanah.money;

import org.jspecify.annotations.NullMarked;
