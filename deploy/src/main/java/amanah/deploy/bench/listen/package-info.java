/** Those who listen to one campaign while it is given to, and what reaches them. */
@NullMarked
package amanah.deploy.bench.listen;

import org.jspecify.annotations.NullMarked;
