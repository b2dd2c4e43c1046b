/** Generated requests against a whole node: what is asked, what may be answered, and the books. */
@NullMarked
package amanah.deploy.fuzz;

import org.jspecify.annotations.NullMarked;
