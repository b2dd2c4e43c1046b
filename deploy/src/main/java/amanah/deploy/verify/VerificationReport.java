package amanah.deploy.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

  /** What no check was made of, if there is any, in words. */
  public Optional<String> leftOut() {
    long events = journal.zakatInFlight();
    return events == 0
        ? Optional.empty()
        : Optional.of("left out: events with zakat that is not counted yet, " + events);
  }

  /** The checks that were made. */
  public List<Check> checks() {
    return Arrays.stream(Check.values()).filter(check -> withApi || !check.isOfApi()).toList();
  }
}
