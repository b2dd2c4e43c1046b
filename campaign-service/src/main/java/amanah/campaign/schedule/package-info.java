/** Wakes campaigns that have something to do by themselves and would sleep through it. */
@NullMarked
package amanah.campaign.schedule;

import org.jspecify.annotations.NullMarked;
