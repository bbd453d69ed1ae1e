-- Demand response events. The topic of ceilings is derived from these rows and can be written
-- again.
CREATE TABLE event (
  id                text PRIMARY KEY,
  start_at          timestamptz NOT NULL,
  end_at            timestamptz NOT NULL,
  ceiling_watts     integer,
  ceiling_milliamps integer,
  may_pause         boolean NOT NULL,
  created_at        timestamptz NOT NULL,
  cancelled_at      timestamptz,
  CHECK (start_at < end_at),
  CHECK ((ceiling_watts IS NULL) <> (ceiling_milliamps IS NULL)),
  CHECK (coalesce(ceiling_watts, ceiling_milliamps) >= 0)
);

CREATE TABLE event_site (
  event_id text NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  site     text NOT NULL,
  PRIMARY KEY (event_id, site)
);

-- What is asked for now or later is looked for at every reconciliation.
CREATE INDEX event_open ON event (end_at) WHERE cancelled_at IS NULL;
CREATE INDEX event_site_site ON event_site (site);
