-- How many charging profiles were written for an EVSE on its latest day (UTC): each may wear the
-- flash memory of the charger. EVSE 0 is the station as a whole.
create table profile_write (
    station_id varchar(48) not null,
    evse_id    integer     not null,
    day        date        not null,
    writes     integer     not null,
    primary key (station_id, evse_id)
);
