-- Audit records of changes in this database that the broker has not taken yet.
create table audit_outbox (
  id          varchar(64) primary key,
  happened_at timestamptz not null,
  record      bytea not null,
  trace_id    varchar(32),
  span_id     varchar(16)
);
