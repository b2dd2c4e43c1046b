/** Tests of the loops and their schedules, by a clock that is moved by hand. */
@NullMarked
package amanah.deploy.load.loop;

import org.jspecify.annotations.NullMarked;
