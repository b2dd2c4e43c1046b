package amanah.client;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** What all calls of a client go by. */
record Means(Nodes nodes, RetryRules rules, Timing time, RandomGenerator random) {

  /** A name that nobody else has: 128 random bits. */
  String newName() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }

  /** Why something is given up when patience has ended. */
  String triedInVain(String lastReason) {
    return lastReason + " (tried for " + rules.patience().toSeconds() + " s)";
  }

  Delays delays() {
    return new Delays(rules, random);
  }
}
