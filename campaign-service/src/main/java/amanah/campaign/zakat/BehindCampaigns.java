package amanah.campaign.zakat;

import amanah.id.CampaignId;
import amanah.protocol.zakat.ZakatReported;
import amanah.protocol.zakat.ZakatReporting;
import java.util.HashMap;
import java.util.Map;

/**
 * The campaigns of which a sweep knows that they are behind. Each is remembered until it is counted
 * up to where it was seen, or until it has not moved in {@link #STILL_MAX} sweeps: whoever can
 * never be counted must not take the place of those who can.
 */
final class BehindCampaigns {

  /** The most that are remembered, and the most of one question. */
  static final int MAX = ZakatReporting.CAMPAIGNS_MAX;

  /** In so many sweeps a campaign has to move once. */
  static final int STILL_MAX = 30;

  /** How a campaign is found. */
  enum LagState {
    COUNTED,
    BEHIND,
    LET_GO
  }

  private record Lag(long newest, long counted, int stillSweeps) {}

  private final Map<CampaignId, Lag> lags = new HashMap<>();

  boolean isEmpty() {
    return lags.isEmpty();
  }

  /** How many more may be remembered. */
  int room() {
    return MAX - lags.size();
  }

  /** All of them, to be asked about. */
  SweptPage asPage(SweepCursor next) {
    Map<CampaignId, Long> newest = new HashMap<>();
    lags.forEach((campaignId, lag) -> newest.put(campaignId, lag.newest()));
    return new SweptPage(newest, next, false);
  }

  /** What was remembered is asked about again, which happens once a sweep. */
  LagState recalled(ZakatReported.Position position) {
    Lag lag = lags.get(position.campaignId());
    if (lag == null) {
      return LagState.COUNTED;
    }
    boolean moved = position.sequence() > lag.counted();
    Lag now = new Lag(lag.newest(), position.sequence(), moved ? 0 : lag.stillSweeps() + 1);
    if (now.counted() >= now.newest()) {
      lags.remove(position.campaignId());
      return LagState.COUNTED;
    }
    if (now.stillSweeps() >= STILL_MAX) {
      lags.remove(position.campaignId());
      return LagState.LET_GO;
    }
    lags.put(position.campaignId(), now);
    return LagState.BEHIND;
  }

  /** A campaign was seen to have zakat up to that event. */
  LagState seen(ZakatReported.Position position, long newest) {
    Lag before = lags.getOrDefault(position.campaignId(), new Lag(newest, position.sequence(), 0));
    Lag now = new Lag(Math.max(newest, before.newest()), before.counted(), before.stillSweeps());
    if (position.sequence() >= now.newest()) {
      lags.remove(position.campaignId());
      return LagState.COUNTED;
    }
    lags.put(position.campaignId(), now);
    return LagState.BEHIND;
  }
}
