package amanah.zakat.domain.book;

import amanah.id.CampaignId;
import amanah.zakat.domain.fund.Fund;
import amanah.zakat.domain.fund.RecordedDistribution;
import amanah.zakat.domain.price.PriceBook;
import amanah.zakat.domain.price.RecordedPublication;
import amanah.zakat.domain.statistics.TallyBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The whole book after one of its events.
 *
 * @param sequence of that event
 * @param at when it happened
 * @param positions of campaigns
 * @param distributions in the order of the journal
 * @param publications those whose names are known, in the order of the journal
 * @param lastReset the request that asked for the last reset; empty when there was none
 */
public record BookSnapshot(
    long sequence,
    Instant at,
    Map<CampaignId, Long> positions,
    Fund fund,
    List<RecordedDistribution> distributions,
    PriceBook prices,
    List<RecordedPublication> publications,
    TallyBook.Kept tallies,
    String lastReset) {}
