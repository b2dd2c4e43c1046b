package amanah.deploy.client;

import amanah.money.Money;

/** A campaign as a node tells it. */
public record CampaignReading(
    String campaignId,
    String title,
    String status,
    Money goal,
    Money raised,
    long donationCount,
    long donorCount,
    String percentFunded) {}
