-- A session is heard of in any order: its end or a register may be written before its start, by
-- another gateway. started_at is the earliest that is known; charger_started_at is null while the
-- start was not seen, charger_ended_at while the stop was not.
alter table charging_session alter column site drop not null;
alter table charging_session alter column evse drop not null;
alter table charging_session alter column evse_id drop not null;
alter table charging_session alter column charger_started_at drop not null;
alter table charging_session add column charger_ended_at timestamptz;
alter table charging_session add column ocpp_version varchar(16);
-- The same session, begun before under this transaction id of the station.
alter table charging_session add column same_as varchar(36);
-- What the EVSE can deliver at the very most, in watts.
alter table charging_session add column most_watts bigint not null default 4000000;
-- The energy register: the last reading of each quarter of an hour; unnest() both together.
alter table charging_session add column register_seconds bigint[] not null default '{}';
alter table charging_session add column register_wh bigint[] not null default '{}';
alter table charging_session add column registers_refused integer not null default 0;

update charging_session set ocpp_version = '1.6', charger_ended_at = ended_at
    where meter_stop_wh is not null and ended_at is not null
        and end_reason is distinct from 'Superseded';
update charging_session set ocpp_version = '1.6' where ocpp_version is null;

create index charging_session_latest
    on charging_session (started_at desc, station_id, transaction_id);
create index charging_session_start on charging_session (station_id, charger_started_at);
