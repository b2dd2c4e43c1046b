/**
 * What every service's journal is made of: the way to the database, the bytes of events, the time,
 * and the watch over whether it answers. What is written there each service says itself.
 */
@NullMarked
package amanah.journal;

import org.jspecify.annotations.NullMarked;
