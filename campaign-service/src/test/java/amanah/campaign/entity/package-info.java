/** The campaign as an entity, under test. */
@NullMarked
package amanah.campaign.entity;

import org.jspecify.annotations.NullMarked;
