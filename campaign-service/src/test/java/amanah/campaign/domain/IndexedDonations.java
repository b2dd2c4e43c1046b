package amanah.campaign.domain;

import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Donations for the tests of the index. */
final class IndexedDonations {

  static final Currency USD = Currency.getInstance("USD");

  private static final String CHARACTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";

  private IndexedDonations() {}

  static Donation donation(String id, long amountMinor, @Nullable String donorId) {
    Donor donor = donorId == null ? null : new Donor(DonorId.of(donorId), "Aisha", false);
    return new Donation(
        DonationId.of(id),
        Money.of(amountMinor, USD),
        donor,
        "may it help",
        Designation.SADAQAH,
        null,
        "bank-1",
        Instant.ofEpochSecond(1_700_000_000));
  }

  static String uuid(Random random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** An id of any length and of every kind that could be taken for another one. */
  static String id(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> uuid(random);
      case 1 -> uuid(random).toUpperCase(Locale.ROOT);
      case 2 -> nearUuid(random);
      case 3 -> "agdq2014-" + random.nextInt(100_000);
      case 4 -> text(random, 1 + random.nextInt(2)).replaceFirst("^\\.{1,2}$", "d");
      default -> text(random, 3 + random.nextInt(62));
    };
  }

  private static String nearUuid(Random random) {
    StringBuilder uuid = new StringBuilder(uuid(random));
    switch (random.nextInt(4)) {
      case 0 -> uuid.setCharAt(random.nextInt(36), CHARACTERS.charAt(random.nextInt(65)));
      case 1 -> uuid.deleteCharAt(random.nextInt(36));
      case 2 -> uuid.append('0');
      default -> uuid.setCharAt(8, 'a');
    }
    return uuid.toString();
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < length; index++) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }
}
