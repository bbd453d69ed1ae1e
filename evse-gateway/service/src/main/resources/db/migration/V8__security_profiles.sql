-- A station of OCPP security profile 3 shows a certificate and may have no password.
alter table station alter column password_hash drop not null;
-- What was configured for it; null where its site or the gateway says it.
alter table station add column least_security_profile integer;
-- The highest it ever connected with: it may not come back with a lower one.
alter table station add column seen_security_profile integer not null default 0;
