/** Tests of scales. */
@NullMarked
package amanah.deploy.plot;

import org.jspecify.annotations.NullMarked;
