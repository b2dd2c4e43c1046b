-- What came into the fund and what left it, among very many events that say what was calculated.
--
-- The index is built by one reading of the table, during which nobody writes to it. Where that takes too
-- long, build it by hand before the first node of this version starts, with the same name and condition
-- and CONCURRENTLY, which a migration cannot do within its transaction: it is then found.

CREATE INDEX IF NOT EXISTS event_journal_fund ON event_journal (persistence_id, sequence_number)
  WHERE event_ser_manifest IN ('zakat-reported.v1', 'zakat-distributed.v1');
