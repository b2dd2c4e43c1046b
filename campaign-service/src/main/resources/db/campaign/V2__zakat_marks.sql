-- Where events are found that bear zakat, by campaign and in the order of the feed. They are marked as
-- they are written, in a column that the plugin fills anyway: see the comment below. A row that is not
-- of zakat touches neither index. Donations and refunds that are older than the marks are in both, since
-- nobody has looked into them.
--
-- Each index is built by one reading of the table, during which nobody writes to it. Where that takes
-- too long, build both by hand before the first node of this version starts, with the same names and
-- conditions and CONCURRENTLY, which a migration cannot do within its transaction: they are then found.

CREATE INDEX IF NOT EXISTS event_journal_zakat ON event_journal (persistence_id, sequence_number)
  WHERE event_ser_manifest IN ('donations-recorded.v1', 'donation-refunded.v1')
    AND adapter_manifest IS DISTINCT FROM 'plain';

CREATE INDEX IF NOT EXISTS event_journal_zakat_feed ON event_journal (xid, ordering)
  WHERE event_ser_manifest IN ('donations-recorded.v1', 'donation-refunded.v1')
    AND adapter_manifest IS DISTINCT FROM 'plain';

COMMENT ON COLUMN event_journal.adapter_manifest IS
  'Whether donations or a refund bear zakat: zakat (they do, or a refund may), plain (they do not); empty for other events, and for all that were written before there were marks.';
