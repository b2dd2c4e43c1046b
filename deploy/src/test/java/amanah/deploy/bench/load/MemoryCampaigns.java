package amanah.deploy.bench.load;

import amanah.campaign.application.DonationReceipt;
import amanah.campaign.application.Reply;
import amanah.campaign.domain.CampaignStatus;
import amanah.campaign.domain.CampaignSummary;
import amanah.campaign.domain.CampaignTerms;
import amanah.campaign.domain.Donation;
import amanah.campaign.domain.DonationOutcome;
import amanah.campaign.domain.Refusal;
import amanah.id.CampaignId;
import amanah.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** Campaigns that add up donations in memory and answer on an executor. */
public final class MemoryCampaigns implements MeasuredCampaigns {

  private static final int BATCH = 10;

  private final Executor executor;
  private final Map<CampaignId, Account> accounts = new ConcurrentHashMap<>();

  /** Answers on {@code executor}; {@code Runnable::run} answers before the call returns. */
  public MemoryCampaigns(Executor executor) {
    this.executor = executor;
  }

  /** A donation that is recorded without anybody's knowledge. */
  public void record(CampaignId campaignId, long amountMinor) {
    account(campaignId).record(amountMinor);
  }

  @Override
  public CompletionStage<Reply<CampaignSummary>> open(CampaignId campaignId, CampaignTerms terms) {
    accounts.put(campaignId, new Account(campaignId, terms));
    return get(campaignId);
  }

  @Override
  public CompletionStage<Reply<CampaignSummary>> get(CampaignId campaignId) {
    return CompletableFuture.completedFuture(
        new Reply.Done<>(account(campaignId).summary(), false));
  }

  @Override
  public CompletionStage<Reply<DonationReceipt>> donate(CampaignId campaignId, Donation donation) {
    CompletableFuture<Reply<DonationReceipt>> answer = new CompletableFuture<>();
    executor.execute(() -> answer.complete(account(campaignId).donate(donation)));
    return answer;
  }

  private Account account(CampaignId campaignId) {
    return Objects.requireNonNull(accounts.get(campaignId));
  }

  /** One campaign; its batches are of ten. Every donation whose amount ends in 7 is refused. */
  private static final class Account {

    private final CampaignId id;
    private final CampaignTerms terms;
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong minor = new AtomicLong();

    Account(CampaignId id, CampaignTerms terms) {
      this.id = id;
      this.terms = terms;
    }

    long record(long amountMinor) {
      minor.addAndGet(amountMinor);
      return count.getAndIncrement();
    }

    Reply<DonationReceipt> donate(Donation donation) {
      if (donation.amount().minor() % 10 == 7) {
        return new Reply.Refused<>(Refusal.OVERLOADED, "an amount that ends in 7");
      }
      long before = record(donation.amount().minor());
      return new Reply.Done<>(
          new DonationReceipt(
              new DonationOutcome.Recorded(
                  donation.donationId(), donation.amount(), before / BATCH, false),
              summary()),
          false);
    }

    CampaignSummary summary() {
      return new CampaignSummary(
          id,
          terms,
          CampaignStatus.ACTIVE,
          Money.of(minor.get(), terms.goal().currency()),
          Money.of(minor.get(), terms.goal().currency()),
          count.get(),
          0,
          BigDecimal.ZERO,
          List.of(),
          0,
          Instant.EPOCH,
          count.get() / BATCH);
    }
  }
}
