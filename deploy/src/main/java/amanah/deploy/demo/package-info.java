/** A real fundraiser, streamed in at a pace that can be watched. */
@NullMarked
package amanah.deploy.demo;

import org.jspecify.annotations.NullMarked;
