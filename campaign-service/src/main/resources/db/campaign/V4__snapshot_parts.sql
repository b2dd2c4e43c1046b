-- Snapshots in parts. A snapshot in one row ends at 1 GB, has to be held as one array by whoever writes
-- or reads it, and nobody notices a byte in it that is not what was written.
--
-- The table of those in one row stays: a node of the version before, which knows no other, writes and
-- reads it beside nodes of this one, which read both. It sees nothing of the tables here.

CREATE TABLE snapshot_head (
  snapshot_id     bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  persistence_id  varchar(255) NOT NULL,
  sequence_number bigint       NOT NULL,
  created         timestamptz  NOT NULL DEFAULT now(),
  serializer      integer      NOT NULL,
  manifest        varchar(255) NOT NULL,
  parts           integer
);

CREATE INDEX snapshot_head_whole ON snapshot_head (persistence_id, sequence_number)
  WHERE parts IS NOT NULL;

CREATE INDEX snapshot_head_unfinished ON snapshot_head (created)
  WHERE parts IS NULL;

COMMENT ON TABLE snapshot_head IS
  'The newest two states of each campaign, to start from when it recovers; all of it can be lost.';
COMMENT ON COLUMN snapshot_head.sequence_number IS
  'The event after which the campaign was in this state.';
COMMENT ON COLUMN snapshot_head.created IS
  'When it was begun.';
COMMENT ON COLUMN snapshot_head.parts IS
  'How many parts it has. Written last: while it is empty the snapshot is not there for those who read.';

CREATE TABLE snapshot_part (
  snapshot_id bigint  NOT NULL REFERENCES snapshot_head ON DELETE CASCADE,
  number      integer NOT NULL,
  checksum    bigint  NOT NULL,
  payload     bytea   NOT NULL,
  PRIMARY KEY (snapshot_id, number)
);

-- Hashes, which do not compress.
ALTER TABLE snapshot_part ALTER COLUMN payload SET STORAGE EXTERNAL;

COMMENT ON TABLE snapshot_part IS
  'The bytes of snapshots, one after the other.';
COMMENT ON COLUMN snapshot_part.number IS
  'From 0, without a hole.';
COMMENT ON COLUMN snapshot_part.checksum IS
  'CRC-32C of the number (4 bytes, highest first) and the payload.';
