package amanah.zakat.domain.book;

import amanah.id.CampaignId;
import amanah.money.Money;

/**
 * All zakat of a campaign after one of its events and up to another.
 *
 * @param after sequence number of the last event before
 * @param upTo sequence number of the last event of it
 * @param collected captured gifts
 * @param refunded what was given back, in the same currency
 */
public record CampaignReport(
    CampaignId campaignId, long after, long upTo, Money collected, Money refunded) {}
