package amanah.campaign.domain;

/**
 * How many records of a kind a campaign takes before it refuses more by name. What is in the
 * journal beyond is remembered nevertheless, as long as there is room.
 *
 * @param donationsMax donations
 * @param refundsMax refunds
 */
record IndexLimits(int donationsMax, int refundsMax) {

  /**
   * Sixteen million of each, so that each donation can be refunded. Records of the longest ids and
   * numbers would fill their {@link ByteArena} with 22.1 million donations or 19.3 million refunds;
   * with ids of UUIDs there is room for two to three times as many, but nobody can know what comes.
   */
  static final IndexLimits USUAL = new IndexLimits(16_000_000, 16_000_000);
}
