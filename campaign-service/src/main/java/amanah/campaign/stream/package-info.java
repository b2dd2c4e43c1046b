/** The events of campaigns as they are committed, in order, for everybody who listens. */
@NullMarked
package amanah.campaign.stream;

import org.jspecify.annotations.NullMarked;
