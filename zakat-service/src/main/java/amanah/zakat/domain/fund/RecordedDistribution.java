package amanah.zakat.domain.fund;

import java.time.Instant;

/**
 * A distribution as it stands in the journal.
 *
 * @param sequence its place in the calculator's journal
 */
public record RecordedDistribution(Distribution distribution, Instant at, long sequence) {}
