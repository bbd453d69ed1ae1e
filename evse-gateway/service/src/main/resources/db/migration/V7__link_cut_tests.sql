-- Link-cut tests: whether a charger fell back by itself. What counts of a model and firmware is
-- the latest that failed, or that passed with a power cycle. An empty firmware is one not named.
create table link_cut_test (
    id           bigint      generated always as identity primary key,
    station_id   varchar(48) not null,
    vendor       text        not null,
    model        text        not null,
    firmware     text        not null,
    evses        text        not null,
    started_at   timestamptz not null,
    ended_at     timestamptz not null,
    ordered_by   text        not null,
    power_cycled boolean     not null,
    outcome      varchar(16) not null,
    evidence     text        not null
);

create index link_cut_test_of_station on link_cut_test (station_id, started_at desc);
create index link_cut_test_of_model on link_cut_test (vendor, model, firmware, ended_at desc);
