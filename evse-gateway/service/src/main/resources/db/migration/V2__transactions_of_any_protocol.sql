-- OCPP 2.0.1 stations choose transaction ids themselves, so that each is unique at its station
-- only, and may begin a transaction without a token or a register.
alter table charging_session drop constraint charging_session_pkey;
alter table charging_session alter column transaction_id type varchar(36);
alter table charging_session add primary key (station_id, transaction_id);
alter table charging_session rename column connector_id to evse_id;
alter table charging_session alter column id_tag drop not null;
alter table charging_session alter column meter_start_wh drop not null;
