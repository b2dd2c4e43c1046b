/** Proof that the embedded database keeps what it was given. */
@NullMarked
package amanah.deploy.database;

import org.jspecify.annotations.NullMarked;
