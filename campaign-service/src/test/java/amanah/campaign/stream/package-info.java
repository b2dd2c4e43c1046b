/** Tests of streams: each listener, every event, in order, once. */
@NullMarked
package amanah.campaign.stream;

import org.jspecify.annotations.NullMarked;
