/**
 * Who may write to the journals: the database's list of nodes, and how an excluded one is cut off.
 */
@NullMarked
package amanah.journal.register;

import org.jspecify.annotations.NullMarked;
