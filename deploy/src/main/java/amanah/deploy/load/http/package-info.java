/** A load generator for the HTTP door, light enough to share two cores with what it measures. */
@NullMarked
package amanah.deploy.load.http;

import org.jspecify.annotations.NullMarked;
