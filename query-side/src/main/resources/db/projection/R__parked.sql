-- Events that the projection could not take in, and went on without. Every projection's schema has this table.
create table if not exists ${flyway:defaultSchema}.parked (
    position bigint           not null,
    type     text collate "C" not null,
    reason   text collate "C" not null,
    since    bigint           not null,
    constraint parked_position primary key (position),
    constraint parked_is_short check (length(type) <= 100 and length(reason) <= 500)
);

comment on table ${flyway:defaultSchema}.parked is 'Events that the projection could not take in, and went on without.';
comment on column ${flyway:defaultSchema}.parked.reason is 'What failed and where in the program; nothing of what the event says.';
comment on column ${flyway:defaultSchema}.parked.since is 'Milliseconds since 1970-01-01T00:00:00Z.';

grant usage on schema ${flyway:defaultSchema} to hps_query;
grant select, insert, update, delete on ${flyway:defaultSchema}.parked to hps_query;
