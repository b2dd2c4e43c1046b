/** Tests of intakes in processes of their own. */
@NullMarked
package amanah.deploy.intake;

import org.jspecify.annotations.NullMarked;
