-- What came into the fund and what left it, among very many events that say what was calculated.

CREATE INDEX event_journal_fund ON event_journal (persistence_id, sequence_number)
  WHERE event_ser_manifest IN ('zakat-reported.v1', 'zakat-distributed.v1');
