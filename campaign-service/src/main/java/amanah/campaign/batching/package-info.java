/** Natural batching: donations that arrive while a write is in flight are committed together. */
@NullMarked
package amanah.campaign.batching;

import org.jspecify.annotations.NullMarked;
