-- The journal is the only authority, so the table itself refuses whatever would change or empty it, for
-- whoever is connected and has the right. Nothing of ours ever does. Where it has to be done, as after a
-- logical restore that numbers transactions anew, a superuser says SET session_replication_role = replica
-- in his session first, with every node stopped.

CREATE FUNCTION refuse_to_change_the_journal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is never changed: % of %.% is refused',
      TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER never_changed
  BEFORE UPDATE OR DELETE OR TRUNCATE ON event_journal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_journal();

COMMENT ON COLUMN event_journal.xid IS
  'The transaction that wrote the event. A reader that stays below pg_snapshot_xmin(pg_current_snapshot()) sees no event appear behind it, however late a transaction commits. Physical copies and pg_upgrade keep the counter; after a logical restore set every xid to 3, past the trigger never_changed, and build the read tables anew.';
