/** Talks to a running node over the public API and tells a no from a not now. */
@NullMarked
package amanah.deploy.client;

import org.jspecify.annotations.NullMarked;
