-- What campaigns have to do by themselves, and when: so that one that sleeps, or whose node is gone, is
-- woken for it. It follows the journal within the same transaction, and so is never behind it. Events that
-- can move a campaign's next time say it in adapter_manifest; donations never do, and touch nothing here.
--
-- What was opened before there were marks is to be looked at once, as is what a node of an older version
-- writes: the time 0, which is always over.

CREATE TABLE agenda (
  persistence_id  varchar(255) NOT NULL PRIMARY KEY,
  sequence_number bigint       NOT NULL,
  due_at          bigint       NOT NULL
);

CREATE INDEX agenda_due ON agenda (due_at, persistence_id);

COMMENT ON TABLE agenda IS
  'The campaigns that will have something to do by themselves; all of it follows from the journal.';
COMMENT ON COLUMN agenda.sequence_number IS
  'The event after which it is so.';
COMMENT ON COLUMN agenda.due_at IS
  'Milliseconds since 1970; 0 where nobody has said, so that the campaign is to be asked.';

INSERT INTO agenda (persistence_id, sequence_number, due_at)
  SELECT persistence_id, 1, 0 FROM event_journal WHERE sequence_number = 1;

-- With the rights of its owner, so that nodes of the version before, which have none on this table, go on.
CREATE FUNCTION note_what_is_due() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.adapter_manifest = 'idle' THEN
    DELETE FROM campaign.agenda WHERE persistence_id = NEW.persistence_id;
  ELSE
    INSERT INTO campaign.agenda (persistence_id, sequence_number, due_at)
    VALUES (
      NEW.persistence_id,
      NEW.sequence_number,
      CASE WHEN NEW.adapter_manifest LIKE 'due:%' THEN substr(NEW.adapter_manifest, 5)::bigint ELSE 0 END)
    ON CONFLICT (persistence_id) DO UPDATE
      SET sequence_number = EXCLUDED.sequence_number, due_at = EXCLUDED.due_at;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER note_what_is_due
  AFTER INSERT ON event_journal
  FOR EACH ROW
  WHEN (NEW.event_ser_manifest IN (
    'campaign-opened.v1', 'terms-amended.v1', 'status-changed.v1',
    'reminder-scheduled.v1', 'reminder-cancelled.v1', 'reminder-due.v1'))
  EXECUTE FUNCTION note_what_is_due();

COMMENT ON COLUMN event_journal.adapter_manifest IS
  'Of donations and refunds, whether they bear zakat: zakat (they do, or a refund may), plain (they do not). Of openings and changes, what the campaign has to do next by itself: due:<milliseconds since 1970>, or idle. Empty for other events, and for all that were written before there were marks.';
