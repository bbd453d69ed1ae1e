-- The password a station was told to use from its next connection on. Until it comes back with
-- that, or has shown that it did not take it, the one it has is right as well.
alter table station add column next_password_hash text;
alter table station add column rotation_ordered_at timestamptz;
alter table station add column rotation_accepted boolean not null default false;
