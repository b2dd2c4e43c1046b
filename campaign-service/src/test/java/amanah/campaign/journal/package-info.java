/**
 * Proof that what was journaled is read again as it was, from this build's bytes and from old ones.
 */
@NullMarked
package amanah.campaign.journal;

import org.jspecify.annotations.NullMarked;
