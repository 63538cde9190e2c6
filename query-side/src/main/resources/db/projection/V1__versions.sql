-- Which versions of projections there are, and how far each has come; written in the transaction of the rows it speaks of.
create table projection.version (
    projection text collate "C" not null,
    number     integer          not null,
    shape      integer          not null,
    state      text collate "C" not null,
    position   bigint           not null default -1,
    begun_at   bigint           not null,
    ended_at   bigint,
    unasked    boolean          not null default false,
    differs    text,
    constraint version_id primary key (projection, number),
    constraint version_state check (state in ('FILLING', 'FOLLOWING', 'LIVE', 'OLD', 'DIFFERENT'))
) with (fillfactor = 20);

comment on table projection.version is 'One row a version. Rewritten with every batch, hence the free space in its pages.';
comment on column projection.version.number is 'Its tables are in the schema q_<projection>_v<number>.';
comment on column projection.version.shape is 'Of its tables, as the build that made them fills and reads them.';
comment on column projection.version.position is 'The last position taken in; -1 for nothing yet.';
comment on column projection.version.begun_at is 'Milliseconds since 1970-01-01T00:00:00Z, as the end.';
comment on column projection.version.ended_at is 'When it was filled.';
comment on column projection.version.unasked is 'Whether it is to answer whatever it says, because somebody looked at what differs.';
comment on column projection.version.differs is 'What it said otherwise than the one that answered.';

create unique index version_live on projection.version (projection, shape) where state = 'LIVE';

-- Events that a version could not take in, and went on without.
create table projection.parked (
    projection text collate "C" not null,
    number     integer          not null,
    position   bigint           not null,
    stream     text collate "C" not null,
    type       text collate "C" not null,
    reason     text collate "C" not null,
    since      bigint           not null,
    constraint parked_id primary key (projection, number, position),
    constraint parked_version foreign key (projection, number) references projection.version on delete cascade,
    constraint parked_is_short check (length(type) <= 100 and length(reason) <= 500)
);

create index parked_by_stream on projection.parked (projection, number, stream);

comment on column projection.parked.stream is 'Later events of the same stream are parked with it.';
comment on column projection.parked.reason is 'What failed and where in the program; nothing of what the event says.';
comment on column projection.parked.since is 'Milliseconds since 1970-01-01T00:00:00Z.';

-- Whoever holds the row of a group leads its versions on, so that of several processes one does.
create table projection.lead (
    versions text collate "C" not null,
    constraint lead_versions primary key (versions)
);

insert into projection.lead values ('ANSWERING'), ('FILLING');

grant usage on schema projection to hps_query, hps_export;
grant select, insert, update, delete on projection.version, projection.parked to hps_query;
grant select, update on projection.lead to hps_query;
grant select on projection.version to hps_export;

-- Versions were kept otherwise before; what they held is filled anew from the log.
do $$
declare
    name text;
begin
    for name in select nspname from pg_namespace where nspname ~ '^q_[a-z_]+_v[0-9]+$' loop
        execute format('drop schema %I cascade', name);
    end loop;
end
$$;
