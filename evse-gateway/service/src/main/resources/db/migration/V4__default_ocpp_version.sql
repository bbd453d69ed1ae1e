-- For stations that open a socket without naming a subprotocol: 1.6 or 2.0.1.
alter table station add column default_ocpp_version varchar(8);
