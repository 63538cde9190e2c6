-- What was decided about the network, its nodes and their terminals, and when. Times are in milliseconds since 1970.
create table network (
    only_one       boolean not null default true,
    founder        text collate "C",
    founder_wallet text collate "C",
    purpose        text collate "C",
    founded        bigint,
    founded_at     bigint,
    void_above     bigint,
    void_set       bigint,
    void_set_at    bigint,
    constraint network_only_one primary key (only_one),
    constraint network_only_one_true check (only_one)
);

insert into network default values;

comment on column network.founded is 'The position of the event, as are all columns beside one that ends in _at; null until it is founded.';
comment on column network.void_above is 'In tetri; null while no void takes an approval.';

create table business_day (
    from_day  date             not null,
    begins_at text collate "C" not null,
    set_by    bigint           not null,
    set_at    bigint           not null,
    constraint business_day_from primary key (from_day)
);

comment on column business_day.set_by is 'The position of the event.';

create table node (
    node           text collate "C" not null,
    type           text collate "C" not null,
    city           text             not null,
    registered     bigint           not null,
    registered_at  bigint           not null,
    owner          text collate "C" not null,
    owner_wallet   text collate "C" not null,
    owner_since    bigint           not null,
    owner_since_at bigint           not null,
    active         boolean          not null,
    state_since    bigint           not null,
    state_since_at bigint           not null,
    constraint node_id primary key (node)
);

create table terminal (
    node       text collate "C" not null,
    terminal   text collate "C" not null,
    authorised boolean          not null,
    since      bigint           not null,
    since_at   bigint           not null,
    constraint terminal_id primary key (node, terminal)
);

grant usage on schema ${flyway:defaultSchema} to hps_query;
grant select, insert, update, delete on all tables in schema ${flyway:defaultSchema} to hps_query;
