/** A campaign as a sharded entity: its root, what it takes and says, and where it runs. */
@NullMarked
package amanah.campaign.entity;

import org.jspecify.annotations.NullMarked;
