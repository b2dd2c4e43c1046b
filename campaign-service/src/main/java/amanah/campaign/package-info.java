/** The campaign service: its settings, and the node that starts it. */
@NullMarked
package amanah.campaign;

import org.jspecify.annotations.NullMarked;
