/** The rules of campaigns, pure: no actor, database, format, clock or randomness. */
@NullMarked
package amanah.campaign.domain;

import org.jspecify.annotations.NullMarked;
