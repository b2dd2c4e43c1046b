/**
 * What the journal keeps: the bytes of events, the tables they live in, and reads beside replay.
 */
@NullMarked
package amanah.campaign.journal;

import org.jspecify.annotations.NullMarked;
