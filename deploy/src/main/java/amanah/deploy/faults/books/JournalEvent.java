package amanah.deploy.faults.books;

import amanah.campaign.domain.CampaignEvent;

/** A row of the journal: an event, its place in its campaign, and who wrote it. */
public record JournalEvent(String campaignId, long sequence, String writer, CampaignEvent event) {}
