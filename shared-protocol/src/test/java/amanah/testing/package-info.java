/** What the tests of all modules share: a database, an actor system. */
@NullMarked
package amanah.testing;

import org.jspecify.annotations.NullMarked;
