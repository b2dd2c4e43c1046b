package amanah.campaign.entity;

import amanah.protocol.WireMessage;

/**
 * A campaign has moved on. It may be lost, and says nothing that the journal does not say.
 *
 * @param sequence the number of its last event in the journal
 */
public record CampaignStirred(long sequence) implements WireMessage {}
