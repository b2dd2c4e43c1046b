-- Who may write to the journals of this database. A node gives one name to all of its sessions (the
-- first word of application_name), enters it here before anything else, and each of its sessions asks
-- admit() as it opens. Who excludes the node sets fenced_at, commits, and then ends every session of
-- that name: one that opened before is seen and ended, one that opens later is refused.

CREATE TABLE member (
  session     text        PRIMARY KEY,
  address     text,
  uid         bigint,
  incarnation text,
  since       timestamptz NOT NULL DEFAULT clock_timestamp(),
  fenced_at   timestamptz,
  mark        bigint      NOT NULL DEFAULT 0,
  UNIQUE (address, uid)
);

COMMENT ON TABLE member IS
  'Every node that may write or might still think so. Rows of fenced nodes are kept for a week.';
COMMENT ON COLUMN member.session IS
  'The first word of the application_name of all sessions of the node; a stand-in for a node that was excluded before it said its name.';
COMMENT ON COLUMN member.uid IS
  'With the address what Akka tells members apart by; both are missing until the node is one.';
COMMENT ON COLUMN member.fenced_at IS
  'Since when it may not write any more.';
COMMENT ON COLUMN member.mark IS
  'Counted up by the node itself while it lives: what it has counted must be here, or commits were lost.';

CREATE TABLE incarnation (
  single boolean     PRIMARY KEY DEFAULT true CHECK (single),
  name   text        NOT NULL,
  since  timestamptz NOT NULL DEFAULT clock_timestamp()
);

COMMENT ON TABLE incarnation IS
  'The one cluster that writes here. A new one takes the row, and all members of others are fenced.';

CREATE FUNCTION session_name() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT split_part(current_setting('application_name'), ' ', 1)
$$;

-- Who is unknown is refused as well: the row of a node that was fenced long ago is gone.
CREATE FUNCTION admit() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM cluster.member
    WHERE session = cluster.session_name() AND fenced_at IS NULL) THEN
    RAISE EXCEPTION 'session % may not write: its node was excluded', cluster.session_name()
      USING ERRCODE = 'AF001';
  END IF;
END
$$;

-- One at a time decides who is in and who is out; of two who exclude one another the first stays.
CREATE FUNCTION decide() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('amanah.cluster', 0));
  PERFORM cluster.admit();
END
$$;

-- Enters the caller as a member of the cluster whose other members it sees. The answer is the name of
-- that cluster, or null as long as none of those is entered and the caller has no name for a new one.
CREATE FUNCTION enter(
  own_address text, own_uid bigint, seen_addresses text[], seen_uids bigint[], new_name text)
RETURNS text LANGUAGE plpgsql SET lock_timeout = '2s' AS $$
DECLARE
  own   text := cluster.session_name();
  known text;
BEGIN
  PERFORM cluster.decide();
  IF EXISTS (
    SELECT FROM cluster.member
    WHERE address = own_address AND uid = own_uid AND session <> own) THEN
    RAISE EXCEPTION 'session % may not write: its node was excluded as it came', own
      USING ERRCODE = 'AF001';
  END IF;
  SELECT name INTO known FROM cluster.incarnation;
  IF known IS NULL OR NOT EXISTS (
    SELECT FROM cluster.member
    WHERE incarnation = known AND fenced_at IS NULL
      AND (session = own
        OR (address, uid) IN (SELECT * FROM unnest(seen_addresses, seen_uids)))) THEN
    IF new_name IS NULL THEN
      RETURN NULL;
    END IF;
    known := new_name;
    INSERT INTO cluster.incarnation (name) VALUES (known)
      ON CONFLICT (single) DO UPDATE SET name = EXCLUDED.name, since = clock_timestamp();
    UPDATE cluster.member SET fenced_at = clock_timestamp()
      WHERE incarnation IS NOT NULL AND fenced_at IS NULL AND session <> own;
  END IF;
  UPDATE cluster.member SET address = own_address, uid = own_uid, incarnation = known
    WHERE session = own;
  RETURN known;
END
$$;

-- From its commit on no session of these nodes opens any more; those that are open are still to be
-- ended. A node that is not known yet can never enter.
CREATE FUNCTION fence(addresses text[], uids bigint[]) RETURNS void
LANGUAGE plpgsql SET lock_timeout = '2s' AS $$
BEGIN
  PERFORM cluster.decide();
  INSERT INTO cluster.member (session, address, uid, fenced_at)
    SELECT 'excluded ' || excluded.address || ' ' || excluded.uid,
      excluded.address, excluded.uid, clock_timestamp()
    FROM unnest(addresses, uids) AS excluded (address, uid)
    ON CONFLICT (address, uid)
    DO UPDATE SET fenced_at = coalesce(member.fenced_at, EXCLUDED.fenced_at);
END
$$;
