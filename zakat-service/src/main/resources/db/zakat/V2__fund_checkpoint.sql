-- The fund as of a time in the past is read from the journal; from here on not from its first event.

CREATE TABLE fund_checkpoint (
  persistence_id  varchar(255) NOT NULL,
  sequence_number bigint       NOT NULL,
  reached         bigint       NOT NULL,
  fund            bytea        NOT NULL,
  PRIMARY KEY (persistence_id, sequence_number)
);

COMMENT ON TABLE fund_checkpoint IS
  'The fund after some events of the book, written by whoever had to read many of them; all of it can be dropped.';
COMMENT ON COLUMN fund_checkpoint.reached IS
  'Milliseconds since 1970: the event''s time, rounded up.';
COMMENT ON COLUMN fund_checkpoint.fund IS
  'The fund after the event with this sequence number, as CBOR.';
