package amanah.client;

import amanah.v1.IntakeDonation;
import amanah.v1.IntakeReceipt;
import amanah.v1.NewDonation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Offers donations to a stream, and keeps what it is told became of them. */
final class ToldOutcomes {

  private static final long PATIENCE_SECONDS = 60;

  private final DonationStream stream;
  private final Map<String, CompletableFuture<Outcome<IntakeReceipt>>> told = new LinkedHashMap<>();
  private final List<String> twice = new CopyOnWriteArrayList<>();

  ToldOutcomes(DonationStream stream) {
    this.stream = stream;
  }

  static IntakeDonation gift(String campaignId, String donationId) {
    return IntakeDonation.newBuilder()
        .setCampaignId(campaignId)
        .setDonation(NewDonation.newBuilder().setDonationId(donationId))
        .build();
  }

  static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Whether there was room for it. */
  boolean offer(String campaignId, String donationId) {
    CompletableFuture<Outcome<IntakeReceipt>> outcome = new CompletableFuture<>();
    boolean taken =
        stream.offer(
            gift(campaignId, donationId),
            became -> {
              if (!outcome.complete(became)) {
                twice.add(donationId);
              }
            });
    if (taken) {
      told.put(donationId, outcome);
    }
    return taken;
  }

  /** Donations d-1, d-2, ... to a campaign, so many, waiting for room where there is none. */
  ToldOutcomes offer(String campaignId, int count) {
    for (int number = 1; number <= count; number++) {
      while (!offer(campaignId, "d-" + number)) {
        await(stream.whenRoom());
      }
    }
    return this;
  }

  /** Waits until the stream has ended. */
  ToldOutcomes finish() {
    await(stream.finish());
    return this;
  }

  /** What became of one, once that is known. */
  Outcome<IntakeReceipt> of(String donationId) {
    return await(Objects.requireNonNull(told.get(donationId)));
  }

  /** What became of all, once that is known, in the order in which they were offered. */
  List<Outcome<IntakeReceipt>> all() {
    return told.values().stream().map(ToldOutcomes::await).toList();
  }

  /** Those that were told of more than once. */
  List<String> twice() {
    return twice;
  }
}
