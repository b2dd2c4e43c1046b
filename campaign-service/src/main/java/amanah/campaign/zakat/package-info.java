/**
 * How the zakat of campaigns comes to the calculator: each campaign's reporter, and the sweep that
 * finds campaigns whose reporter is gone.
 */
@NullMarked
package amanah.campaign.zakat;

import org.jspecify.annotations.NullMarked;
