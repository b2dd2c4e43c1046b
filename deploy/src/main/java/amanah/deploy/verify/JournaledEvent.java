package amanah.deploy.verify;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event says that the audit needs; times are those of the node that wrote it. */
sealed interface JournaledEvent {

  /** The campaign's terms; the goal is in minor units. */
  record Terms(
      long goalMinor,
      Currency currency,
      @Nullable Instant endsAt,
      boolean hard,
      boolean zakatEligible,
      List<Integer> milestones) {

    boolean hasEnded(Instant at) {
      return endsAt != null && !at.isBefore(endsAt);
    }

    Terms withEnd(@Nullable Instant end) {
      return new Terms(goalMinor, currency, end, hard, zakatEligible, milestones);
    }
  }

  /** {@code campaign-opened.v1}. */
  record Opened(String campaignId, Terms terms, boolean draft) implements JournaledEvent {}

  /**
   * {@code terms-amended.v1}.
   *
   * @param named whether the change had a name; then it may have found the terms as they are
   */
  record Amended(Terms terms, boolean named) implements JournaledEvent {}

  /**
   * {@code status-changed.v1}.
   *
   * @param reasoned whether it says why
   * @param named whether the change had a name; then it may have found the status as it is
   */
  record Moved(String from, String to, boolean reasoned, boolean named, Instant at)
      implements JournaledEvent {}

  /** {@code donations-recorded.v1}. */
  record Recorded(Currency currency, Instant at, List<Gift> gifts) implements JournaledEvent {}

  /** One donation of an event. */
  record Gift(String donationId, long amountMinor, @Nullable String donorId, boolean zakat) {}

  /** {@code milestone-reached.v1}. */
  record Reached(int percent, long raisedMinor, Currency currency) implements JournaledEvent {}

  /** {@code donation-refunded.v1}. */
  record Refunded(
      String refundId, String donationId, long amountMinor, Currency currency, Instant at)
      implements JournaledEvent {}

  /** {@code reminder-scheduled.v1}. */
  record Scheduled(String reminderId, Instant due) implements JournaledEvent {}

  /**
   * {@code reminder-cancelled.v1} and {@code reminder-due.v1}: it is not to come any more.
   *
   * @param due when it was to come and came, or null when it was taken back
   */
  record Settled(String reminderId, @Nullable Instant due) implements JournaledEvent {}

  /** {@code views-counted.v1}. */
  record Viewed(long count) implements JournaledEvent {}
}
