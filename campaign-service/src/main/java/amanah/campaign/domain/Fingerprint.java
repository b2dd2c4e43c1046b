package amanah.campaign.domain;

import amanah.id.AssessmentId;
import amanah.id.DonorId;
import amanah.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 64 bits that stand for what a caller sent, so that a repeat is told from another request under
 * the same id.
 *
 * <p>It is computed again from events that were journaled years ago, so it must never change: the
 * golden values of its test say so. Every field goes in at a fixed place, a text after its length,
 * so that no two contents run together. A donor about whom nothing was said is the same as no
 * donor. Two contents share a fingerprint by accident once in 2<sup>64</sup> cases; who makes it
 * happen on purpose gets the first answer again and gains nothing.
 */
final class Fingerprint {

  private static final long DONATION_SEED = 0x616d616e61680001L;
  private static final long REASON_SEED = 0x616d616e61680002L;
  private static final long STATUS_SEED = 0x616d616e61680003L;
  private static final long TERMS_SEED = 0x616d616e61680004L;
  private static final long ABSENT = -1;
  private static final long PRESENT = 1;
  private static final long REMOVED = -2;

  private Fingerprint() {}

  static long of(Donation donation) {
    Donor donor = donation.donor();
    DonorId donorId = donor == null ? null : donor.donorId();
    AssessmentId assessmentId = donation.assessmentId();
    long state = Murmur.step(DONATION_SEED, donation.amount().minor());
    state = text(state, donation.amount().currency().getCurrencyCode());
    state = text(state, donorId == null ? null : donorId.value());
    state = text(state, donor == null ? null : donor.name());
    state = Murmur.step(state, donor != null && donor.anonymous() ? 1 : 0);
    state = text(state, donation.message());
    state = Murmur.step(state, code(donation.designation()));
    state = text(state, assessmentId == null ? null : assessmentId.value());
    state = text(state, donation.paymentReference());
    state = instant(state, donation.donatedAt());
    return Murmur.finish(state);
  }

  static long ofReason(@Nullable String reason) {
    return Murmur.finish(text(REASON_SEED, reason));
  }

  static long of(CampaignCommand.ChangeStatus change) {
    return Murmur.finish(text(Murmur.step(STATUS_SEED, code(change.target())), change.reason()));
  }

  static long of(CampaignCommand.Amend amend) {
    long state = text(TERMS_SEED, amend.title().orElse(null));
    state = money(state, amend.goal().orElse(null));
    state =
        amend.removesEnd()
            ? Murmur.step(state, REMOVED)
            : instant(state, amend.endsAt().orElse(null));
    return Murmur.finish(percents(state, amend.milestones().orElse(null)));
  }

  private static long money(long state, @Nullable Money money) {
    return money == null
        ? Murmur.step(state, ABSENT)
        : text(
            Murmur.step(Murmur.step(state, PRESENT), money.minor()),
            money.currency().getCurrencyCode());
  }

  private static long percents(long state, @Nullable Milestones milestones) {
    if (milestones == null) {
      return Murmur.step(state, ABSENT);
    }
    long mixed = Murmur.step(state, milestones.percents().size());
    for (int percent : milestones.percents()) {
      mixed = Murmur.step(mixed, percent);
    }
    return mixed;
  }

  private static long code(CampaignStatus status) {
    return switch (status) {
      case DRAFT -> 1;
      case ACTIVE -> 2;
      case PAUSED -> 3;
      case COMPLETED -> 4;
      case CANCELLED -> 5;
    };
  }

  private static long code(Designation designation) {
    return switch (designation) {
      case SADAQAH -> 1;
      case ZAKAT -> 2;
    };
  }

  private static long instant(long state, @Nullable Instant instant) {
    return instant == null
        ? Murmur.step(state, ABSENT)
        : Murmur.step(
            Murmur.step(Murmur.step(state, PRESENT), instant.getEpochSecond()), instant.getNano());
  }

  /** The length and then four UTF-16 units to a word, the first one highest. */
  private static long text(long state, @Nullable String text) {
    if (text == null) {
      return Murmur.step(state, ABSENT);
    }
    long mixed = Murmur.step(state, text.length());
    long word = 0;
    for (int index = 0; index < text.length(); index++) {
      word = word << 16 | text.charAt(index);
      if ((index & 3) == 3) {
        mixed = Murmur.step(mixed, word);
        word = 0;
      }
    }
    return (text.length() & 3) == 0 ? mixed : Murmur.step(mixed, word);
  }
}
