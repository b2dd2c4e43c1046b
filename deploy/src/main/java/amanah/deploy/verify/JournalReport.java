package amanah.deploy.verify;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an audit of the journal came to.
 *
 * @param campaigns the totals of every campaign by its id
 * @param zakat what the zakat journal came to
 * @param zakatInFlight events that bear zakat, are not counted yet and are too young to be missed;
 *     all that bear zakat where there is nobody to count them
 * @param eventCount rows that were read
 * @param findings what is not as it must be
 */
public record JournalReport(
    Map<String, CampaignTotals> campaigns,
    ZakatAudit zakat,
    long zakatInFlight,
    long eventCount,
    Findings findings) {

  /** The zakat fund of each currency, in the order of their codes. */
  public List<FundTotals> funds() {
    return zakat.fund().totals();
  }

  /** How many donations there are in all campaigns. */
  public long donationCount() {
    return campaigns.values().stream().mapToLong(CampaignTotals::donationCount).sum();
  }

  /** The totals of each currency, in the order of their codes. */
  public List<CurrencyTotals> currencies() {
    Map<String, CurrencyTotals> totals = new TreeMap<>();
    for (CampaignTotals campaign : campaigns.values()) {
      Currency currency = campaign.currency();
      String code = currency.getCurrencyCode();
      totals.put(code, totals.getOrDefault(code, CurrencyTotals.none(currency)).plus(campaign));
    }
    return List.copyOf(totals.values());
  }
}
