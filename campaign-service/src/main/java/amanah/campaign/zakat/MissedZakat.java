package amanah.campaign.zakat;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Scheduler;
import akka.actor.typed.javadsl.AskPattern;
import amanah.campaign.domain.CampaignEvent;
import amanah.campaign.domain.CampaignEvent.DonationRefunded;
import amanah.campaign.domain.CampaignEvent.DonationsRecorded;
import amanah.campaign.domain.Donation;
import amanah.campaign.journal.CampaignHistory.Entry;
import amanah.campaign.journal.ZakatJournal;
import amanah.campaign.ledger.CampaignLedger;
import amanah.campaign.ledger.DonationsLocated;
import amanah.campaign.ledger.LedgerMessage;
import amanah.id.CampaignId;
import amanah.id.DonationId;
import java.time.Duration;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Reads from the journal what a reporter has missed. A refund says neither that it is of zakat nor
 * towards which assessment; the ledger knows which event recorded its donation, and that one does.
 */
final class MissedZakat {

  /** The most events of one reading. */
  static final int EVENTS_MAX = LedgerMessage.LOCATED_MAX;

  private final String persistenceId;
  private final ZakatJournal journal;
  private final ActorRef<LedgerMessage> ledger;
  private final Duration answerMax;
  private final Scheduler scheduler;

  MissedZakat(
      CampaignId campaignId,
      ZakatJournal journal,
      ActorRef<LedgerMessage> ledger,
      Duration answerMax,
      Scheduler scheduler) {
    this.persistenceId = CampaignLedger.persistenceId(campaignId).id();
    this.journal = journal;
    this.ledger = ledger;
    this.answerMax = answerMax;
    this.scheduler = scheduler;
  }

  /** The zakat after one event and up to another, or up to as many events as fit. */
  CompletionStage<ZakatSum> read(long after, long upTo, Currency currency) {
    return journal
        .missed(persistenceId, after, upTo, EVENTS_MAX)
        .thenCompose(
            entries ->
                donations(entries)
                    .thenApply(
                        donations -> {
                          ZakatSum sum = ZakatSum.after(after, currency);
                          if (all(entries, donations, sum) && entries.size() < EVENTS_MAX) {
                            sum.covers(upTo);
                          }
                          return sum;
                        }));
  }

  private static boolean all(
      List<Entry> entries, Map<DonationId, Donation> donations, ZakatSum sum) {
    for (Entry entry : entries) {
      if (!sum.take(entry.sequence(), entry.event(), donations)) {
        return false;
      }
    }
    return true;
  }

  /** All donations that the refunds among the events are of. */
  private CompletionStage<Map<DonationId, Donation>> donations(List<Entry> entries) {
    Set<DonationId> refunded = new HashSet<>();
    for (Entry entry : entries) {
      if (entry.event() instanceof DonationRefunded refund) {
        refunded.add(refund.donationId());
      }
    }
    Map<DonationId, Donation> donations = new HashMap<>();
    entries.forEach(entry -> find(refunded, entry.event(), donations));
    refunded.removeAll(donations.keySet());
    return refunded.isEmpty()
        ? CompletableFuture.completedFuture(donations)
        : lookUp(refunded, donations);
  }

  private CompletionStage<Map<DonationId, Donation>> lookUp(
      Set<DonationId> refunded, Map<DonationId, Donation> donations) {
    return AskPattern.ask(
            ledger,
            (ActorRef<DonationsLocated> replyTo) -> new LedgerMessage.LocateAll(refunded, replyTo),
            answerMax,
            scheduler)
        .thenCompose(located -> journal.events(persistenceId, located.sequences().values()))
        .thenApply(
            entries -> {
              entries.forEach(entry -> find(refunded, entry.event(), donations));
              return donations;
            });
  }

  private static void find(
      Set<DonationId> wanted, CampaignEvent event, Map<DonationId, Donation> donations) {
    if (event instanceof DonationsRecorded recorded) {
      for (Donation donation : recorded.donations()) {
        if (wanted.contains(donation.donationId())) {
          donations.put(donation.donationId(), donation);
        }
      }
    }
  }
}
