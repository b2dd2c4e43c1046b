/**
 * The public HTTP door of a node: reads requests strictly and writes answers; what it serves the
 * services bring along.
 */
@NullMarked
package amanah.http;

import org.jspecify.annotations.NullMarked;
