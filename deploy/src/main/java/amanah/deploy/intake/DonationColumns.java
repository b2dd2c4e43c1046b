package amanah.deploy.intake;

import amanah.deploy.terminal.ExitCode;
import amanah.deploy.terminal.Failure;
import amanah.id.DonationId;
import amanah.id.DonorId;
import amanah.money.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where a file's header puts each column, and how a row is read by it. */
final class DonationColumns {

  private static final List<String> REQUIRED =
      List.of("donation_id", "donated_at", "donor", "amount", "currency", "with_comment");

  private final int width;
  private final List<String> unknown;
  private final int donationId;
  private final int donatedAt;
  private final int donor;
  private final int amount;
  private final int currency;

  private DonationColumns(int width, Map<String, Integer> positions, List<String> unknown) {
    this.width = width;
    this.unknown = unknown;
    donationId = positions.getOrDefault("donation_id", 0);
    donatedAt = positions.getOrDefault("donated_at", 0);
    donor = positions.getOrDefault("donor", 0);
    amount = positions.getOrDefault("amount", 0);
    currency = positions.getOrDefault("currency", 0);
  }

  /** Refuses a header that lacks a column or names one twice. */
  static DonationColumns of(String file, List<String> header) {
    Map<String, Integer> positions = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    for (int index = 0; index < header.size(); index++) {
      String column = header.get(index).strip().toLowerCase(Locale.ROOT);
      if (positions.put(column, index) != null) {
        throw new Failure(
            ExitCode.BAD_INPUT, file + " names the column \"" + column + "\" twice in its header");
      }
      if (!REQUIRED.contains(column) && !RefusedFile.COLUMNS.contains(column)) {
        unknown.add(column);
      }
    }
    List<String> missing = REQUIRED.stream().filter(name -> !positions.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw new Failure(
          ExitCode.BAD_INPUT,
          file
              + " lacks the column "
              + String.join(", ", missing)
              + " in its first line, which has: "
              + shown(String.join(",", header)));
    }
    return new DonationColumns(header.size(), positions, unknown);
  }

  /** The columns that the import does not use. */
  List<String> unknown() {
    return unknown;
  }

  /** The row as it can be sent, or why it cannot. */
  Entry read(RecordInput.Found record) {
    long line = record.line();
    List<String> fields = record.fields();
    if (!record.malformed().isEmpty()) {
      return new Entry.Refused(line, fields, "malformed", record.malformed());
    }
    if (fields.size() != width) {
      String reason = "the row has " + fields.size() + " columns, expected " + width;
      return new Entry.Refused(line, fields, "malformed", reason);
    }
    String code = "invalid_field";
    try {
      String id = DonationId.of(fields.get(donationId)).value();
      String giver = fields.get(donor);
      if (!giver.isEmpty()) {
        giver = DonorId.of(giver).value();
      }
      Instant givenAt = instant(fields.get(donatedAt));
      code = "unknown_currency";
      Currency unit = currency(fields.get(currency));
      code = "invalid_amount";
      return new Entry.Sendable(line, fields, id, givenAt, giver, positive(fields, unit));
    } catch (IllegalArgumentException unreadable) {
      return new Entry.Refused(line, fields, code, String.valueOf(unreadable.getMessage()));
    }
  }

  private Money positive(List<String> fields, Currency unit) {
    Money money = Money.parse(fields.get(amount), unit);
    if (!money.isPositive()) {
      throw new IllegalArgumentException(
          "amount \"" + fields.get(amount) + "\" is nothing, expected more than zero");
    }
    return money;
  }

  private static Instant instant(String text) {
    try {
      return text.endsWith("Z") ? Instant.parse(text) : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw new IllegalArgumentException(
          "donated_at \"" + shown(text) + "\" is not a time, expected such as 2013-07-25T16:00:00Z",
          unreadable);
    }
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "currency \"" + shown(code) + "\" is unknown, expected an ISO 4217 code such as USD",
          unknown);
    }
  }

  private static String shown(String text) {
    int lengthMax = 120;
    return text.length() <= lengthMax ? text : text.substring(0, lengthMax) + "...";
  }
}
