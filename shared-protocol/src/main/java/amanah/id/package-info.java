/** The names of things: what callers call campaigns, donations, donors and refunds. */
@NullMarked
package amanah.id;

import org.jspecify.annotations.NullMarked;
