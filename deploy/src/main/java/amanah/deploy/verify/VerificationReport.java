package amanah.deploy.verify;

import java.util.Arrays;
import java.util.List;

/**
 * What a verification came to.
 *
 * @param withApi whether the API was held against the journal
 * @param apiDonationCount donations that were read one by one
 * @param seconds how long it took
 */
public record VerificationReport(
    JournalReport journal, boolean withApi, long apiDonationCount, double seconds) {

  /** What is not as it must be. */
  public Findings findings() {
    return journal.findings();
  }

  /** The checks that were made. */
  public List<Check> checks() {
    return Arrays.stream(Check.values()).filter(check -> withApi || !check.isOfApi()).toList();
  }
}
