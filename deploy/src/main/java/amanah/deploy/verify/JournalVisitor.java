package amanah.deploy.verify;

/**
 * Sees the journal as it is audited, one campaign after the other, each in its own order. Calls
 * come from the auditing thread, which waits for their return.
 */
public interface JournalVisitor {

  /** A row has been read. */
  default void row(int payloadBytes) {}

  /**
   * An event records a donation; one that is there twice comes twice.
   *
   * @param amountMinor in minor units of the campaign's currency
   */
  default void donation(String campaignId, long sequence, String donationId, long amountMinor) {}

  /** An event gives money of a donation back. */
  default void refund(
      String campaignId, long sequence, String refundId, String donationId, long amountMinor) {}

  /** A campaign is through; nothing more of it will come. */
  default void campaign(CampaignTotals totals) throws InterruptedException {}
}
