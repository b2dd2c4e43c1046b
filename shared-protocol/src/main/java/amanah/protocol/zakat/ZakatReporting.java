package amanah.protocol.zakat;

import akka.actor.typed.ActorRef;
import amanah.id.CampaignId;
import amanah.money.Money;
import amanah.protocol.WireMessage;
import java.util.List;

/** What campaigns say to the calculator of zakat. Each may be lost, and each may be said again. */
public sealed interface ZakatReporting extends WireMessage {

  /** The most campaigns in one {@link AskPositions}. */
  int CAMPAIGNS_MAX = 500;

  /** The most assessed gifts and refunds in one {@link Report}; more go in several reports. */
  int ASSESSED_MAX = 500;

  /** Up to where is this campaign's zakat counted? */
  record AskPosition(CampaignId campaignId, ActorRef<ZakatReported> replyTo)
      implements ZakatReporting {}

  /** The same of many campaigns. */
  record AskPositions(List<CampaignId> campaignIds, ActorRef<ZakatReported> replyTo)
      implements ZakatReporting {

    /** Refuses more than {@value #CAMPAIGNS_MAX}. */
    public AskPositions {
      campaignIds = List.copyOf(campaignIds);
      if (campaignIds.size() > CAMPAIGNS_MAX) {
        throw new IllegalArgumentException(
            campaignIds.size() + " campaigns, expected at most " + CAMPAIGNS_MAX);
      }
    }
  }

  /**
   * All zakat of a campaign after one event and up to another, summed up.
   *
   * @param after the sequence number up to which the campaign believes to be counted
   * @param upTo the sequence number of the last event that this report covers
   * @param collected captured gifts of zakat
   * @param refunded refunds of such gifts, in the same currency
   * @param assessed those among them that name an assessment
   */
  record Report(
      CampaignId campaignId,
      long after,
      long upTo,
      Money collected,
      Money refunded,
      List<AssessedZakat> assessed,
      ActorRef<ZakatReported> replyTo)
      implements ZakatReporting {

    /** Refuses what covers nothing, holds too much or mixes currencies. */
    public Report {
      assessed = List.copyOf(assessed);
      if (after < 0 || upTo <= after) {
        throw new IllegalArgumentException(
            "a report after " + after + " up to " + upTo + ", expected to cover an event");
      }
      if (collected.minor() < 0 || refunded.minor() < 0) {
        throw new IllegalArgumentException(
            "collected " + collected + ", refunded " + refunded + ", expected 0 or more");
      }
      if (!collected.currency().equals(refunded.currency())) {
        throw new IllegalArgumentException(
            "collected " + collected + ", refunded " + refunded + ", expected one currency");
      }
      if (assessed.size() > ASSESSED_MAX) {
        throw new IllegalArgumentException(
            assessed.size() + " assessed gifts and refunds, expected at most " + ASSESSED_MAX);
      }
    }
  }
}
