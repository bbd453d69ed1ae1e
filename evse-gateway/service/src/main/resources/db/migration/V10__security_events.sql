-- What stations told of their security; the latest hundred of each.
create table security_event (
    station_id  varchar(48)  not null,
    type        varchar(50)  not null,
    happened_at timestamptz  not null,
    heard_at    timestamptz  not null,
    info        varchar(255) not null,
    primary key (station_id, happened_at, type)
);
