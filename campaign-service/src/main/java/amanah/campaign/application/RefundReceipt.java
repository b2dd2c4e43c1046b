package amanah.campaign.application;

import amanah.campaign.domain.Answer;
import amanah.campaign.domain.CampaignSummary;

/** A refund that is in the journal, and the campaign as it stands with it. */
public record RefundReceipt(Answer.RefundRecorded refund, CampaignSummary campaign) {}
