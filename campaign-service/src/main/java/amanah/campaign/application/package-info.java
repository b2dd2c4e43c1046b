/** The only door to the campaigns: every transport calls it, and it alone asks the entities. */
@NullMarked
package amanah.campaign.application;

import org.jspecify.annotations.NullMarked;
