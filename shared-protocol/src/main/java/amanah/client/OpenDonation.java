package amanah.client;

import amanah.v1.IntakeDonation;
import amanah.v1.IntakeReceipt;
import amanah.v1.OutcomeStatus;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A donation that a stream took and that has no receipt yet; known to its stream's loop alone. */
final class OpenDonation {

  private final IntakeDonation donation;
  private final Consumer<? super Outcome<IntakeReceipt>> settled;
  private long number;
  private String reason = "";
  private boolean perhapsDone;
  private boolean troubled;
  private long sentNanos;
  private long troubledSinceNanos;
  private long underWayUntilNanos;

  OpenDonation(IntakeDonation donation, Consumer<? super Outcome<IntakeReceipt>> settled) {
    this.donation = donation;
    this.settled = settled;
  }

  IntakeDonation donation() {
    return donation;
  }

  Consumer<? super Outcome<IntakeReceipt>> settled() {
    return settled;
  }

  int bytes() {
    return donation.getSerializedSize();
  }

  /** Which of the stream's donations it is, in the order in which they were offered. */
  long number() {
    return number;
  }

  void number(long given) {
    number = given;
  }

  /** It goes out once more. */
  void sent(long nowNanos) {
    sentNanos = nowNanos;
  }

  /** Whether a receipt is for it; the name of one that was refused may not be told. */
  boolean isMeantBy(IntakeReceipt receipt) {
    return receipt.getStatus() == OutcomeStatus.OUTCOME_STATUS_REFUSED
        || receipt.getDonationId().equals(donation.getDonation().getDonationId());
  }

  /** What its receipt comes to; null when it is to be sent again. */
  @Nullable Outcome<IntakeReceipt> told(
      IntakeReceipt receipt, URI node, long nowNanos, RetryRules rules) {
    if (receipt.getStatus() != OutcomeStatus.OUTCOME_STATUS_REFUSED) {
      return new Outcome.Answered<>(receipt);
    }
    long underWayUntil = nowNanos + rules.underWayMax().toNanos();
    return switch (TryEnds.ofReceipt(receipt.getCode(), receipt.getDetail(), node)) {
      case TryEnd.Refused no -> refused(no, nowNanos);
      case TryEnd.Later later -> {
        if (later.perhapsDone()) {
          mayBeUnderWay(underWayUntil);
        }
        trouble(later.reason(), nowNanos);
        yield null;
      }
      case TryEnd.Defect defect -> {
        mayBeUnderWay(underWayUntil);
        yield givenUp(defect.reason());
      }
    };
  }

  /** The node may have refused at any time since it was sent. */
  private @Nullable Outcome<IntakeReceipt> refused(TryEnd.Refused no, long nowNanos) {
    if (perhapsDone && no.canBeBelied() && sentNanos - underWayUntilNanos < 0) {
      trouble(TryEnds.perhapsUnderWay(no), nowNanos);
      return null;
    }
    return new Outcome.Refused<>(no.code(), no.detail());
  }

  /** It was refused for the moment: its patience runs from the first time on. */
  private void trouble(String why, long nowNanos) {
    reason = why;
    if (!troubled) {
      troubled = true;
      troubledSinceNanos = nowNanos;
    }
  }

  /** Why it was refused for the moment. */
  String reason() {
    return reason;
  }

  /** How much patience is left for it. */
  Duration patienceLeft(Duration patience, long nowNanos) {
    return troubled ? patience.minusNanos(nowNanos - troubledSinceNanos) : patience;
  }

  /** A try of it may have recorded it, or may still do so until then. */
  void mayBeUnderWay(long untilNanos) {
    perhapsDone = true;
    underWayUntilNanos = untilNanos;
  }

  Outcome<IntakeReceipt> givenUp(String reason) {
    return new Outcome.GivenUp<>(reason, perhapsDone, donation.getDonation().getDonationId());
  }
}
