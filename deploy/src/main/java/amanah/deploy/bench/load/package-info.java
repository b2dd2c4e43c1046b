/** What the application's door is loaded with, in the node's own process. */
@NullMarked
package amanah.deploy.bench.load;

import org.jspecify.annotations.NullMarked;
