create table station (
    id             varchar(48) primary key,
    password_hash  text        not null,
    provisioned_at timestamptz not null,
    vendor         text,
    model          text,
    firmware       text,
    booted_at      timestamptz,
    seen_at        timestamptz
);

-- A value is the first id of a block that one gateway reserves (TransactionIdPool.BLOCK). OCPP 1.6
-- ids are 32 bits wide; the upper half is for ids made up while there is no database.
create sequence transaction_block as integer start with 1 increment by 1000 maxvalue 1073740000;

-- started_at and ended_at are the gateway's clock, charger_started_at the charger's own.
create table charging_session (
    transaction_id     integer primary key,
    site               text        not null,
    evse               text        not null,
    station_id         text        not null,
    connector_id       integer     not null,
    id_tag             text        not null,
    tenant             text,
    started_at         timestamptz not null,
    charger_started_at timestamptz not null,
    ended_at           timestamptz,
    end_reason         text,
    meter_start_wh     bigint      not null,
    meter_stop_wh      bigint,
    energy_wh          bigint
);

create index charging_session_by_site on charging_session (site, started_at desc);
create index charging_session_open on charging_session (station_id) where ended_at is null;
