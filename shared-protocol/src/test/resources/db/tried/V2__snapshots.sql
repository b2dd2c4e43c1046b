-- Snapshots of both forms, to try the way to them: in one row, and in parts.
CREATE TABLE snapshot (
  persistence_id        varchar(255) NOT NULL,
  sequence_number       bigint       NOT NULL,
  created               bigint       NOT NULL,
  snapshot_ser_id       integer      NOT NULL,
  snapshot_ser_manifest varchar(255) NOT NULL,
  snapshot_payload      bytea        NOT NULL,
  PRIMARY KEY (persistence_id, sequence_number)
);

CREATE TABLE snapshot_head (
  snapshot_id     bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  persistence_id  varchar(255) NOT NULL,
  sequence_number bigint       NOT NULL,
  created         timestamptz  NOT NULL DEFAULT now(),
  serializer      integer      NOT NULL,
  manifest        varchar(255) NOT NULL,
  parts           integer
);

CREATE TABLE snapshot_part (
  snapshot_id bigint  NOT NULL REFERENCES snapshot_head ON DELETE CASCADE,
  number      integer NOT NULL,
  checksum    bigint  NOT NULL,
  payload     bytea   NOT NULL,
  PRIMARY KEY (snapshot_id, number)
);

-- What a database says of a row that it cannot read any more.
CREATE FUNCTION corrupted() RETURNS bytea LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'missing chunk number 0 for toast value 4711' USING ERRCODE = 'XX001';
END
$$;
