/** The client of the gRPC door: it follows the rules for callers, once and in one place. */
@NullMarked
package amanah.client;

import org.jspecify.annotations.NullMarked;
