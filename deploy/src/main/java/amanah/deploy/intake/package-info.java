/** Streams files of donations into a campaign, each donation once however often it is sent. */
@NullMarked
package amanah.deploy.intake;

import org.jspecify.annotations.NullMarked;
