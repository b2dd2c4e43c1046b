/** The whole node, tested through its doors. */
@NullMarked
package amanah.campaign;

import org.jspecify.annotations.NullMarked;
