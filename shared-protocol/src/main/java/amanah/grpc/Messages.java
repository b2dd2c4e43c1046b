package amanah.grpc;

import amanah.money.Money;
import com.google.protobuf.Timestamp;
import java.time.Instant;

/** Writes what all messages have in common. */
public final class Messages {

  private Messages() {}

  /** An amount, with its currency's digits. */
  public static amanah.v1.Money money(Money money) {
    return amanah.v1.Money.newBuilder()
        .setAmount(money.amount())
        .setCurrency(money.currency().getCurrencyCode())
        .build();
  }

  /** A time. */
  public static Timestamp time(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }
}
