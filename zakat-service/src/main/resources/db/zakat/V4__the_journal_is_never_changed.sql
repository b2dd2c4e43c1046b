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
