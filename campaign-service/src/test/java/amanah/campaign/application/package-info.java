/** Tests of {@code amanah.campaign.application}. */
@NullMarked
package amanah.campaign.application;

import org.jspecify.annotations.NullMarked;
