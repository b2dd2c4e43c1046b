/** What watches a campaign: milestones to announce, its end, and its views. */
@NullMarked
package amanah.campaign.monitor;

import org.jspecify.annotations.NullMarked;
