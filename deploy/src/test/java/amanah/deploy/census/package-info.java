/** Tests of {@code amanah.deploy.census}. */
@NullMarked
package amanah.deploy.census;

import org.jspecify.annotations.NullMarked;
