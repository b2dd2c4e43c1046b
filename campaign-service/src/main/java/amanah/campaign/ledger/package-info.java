/** The one writer of a campaign's journal, and the only place where its donations are decided. */
@NullMarked
package amanah.campaign.ledger;

import org.jspecify.annotations.NullMarked;
