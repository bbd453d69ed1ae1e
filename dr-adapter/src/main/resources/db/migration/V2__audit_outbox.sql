-- Audit records of changes in this database that the broker has not taken yet.
CREATE TABLE audit_outbox (
  id          varchar(64) PRIMARY KEY,
  happened_at timestamptz NOT NULL,
  record      bytea NOT NULL,
  trace_id    varchar(32),
  span_id     varchar(16)
);
