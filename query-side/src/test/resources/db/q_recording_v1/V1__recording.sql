create table q_recording_v1.seen (position bigint primary key);
grant usage on schema q_recording_v1 to hps_query;
grant select, insert on q_recording_v1.seen to hps_query;
