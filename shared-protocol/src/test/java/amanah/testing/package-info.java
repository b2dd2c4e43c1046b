/** What the tests of all modules share: a database, an actor system, a client of a door. */
@NullMarked
package amanah.testing;

import org.jspecify.annotations.NullMarked;
