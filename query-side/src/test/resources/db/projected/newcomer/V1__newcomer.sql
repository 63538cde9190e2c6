create table seen (position bigint primary key);
grant usage on schema ${flyway:defaultSchema} to hps_query;
grant select, insert, update, delete on seen to hps_query;
