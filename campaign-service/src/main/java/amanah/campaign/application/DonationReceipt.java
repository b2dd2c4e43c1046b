package amanah.campaign.application;

import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.DonationOutcome;

/** A donation that is in the journal, and the campaign as it stands with it. */
public record DonationReceipt(DonationOutcome.Recorded donation, CampaignSummary campaign) {}
