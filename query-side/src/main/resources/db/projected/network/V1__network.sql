-- The network as a whole, in one row.
create table network (
    only_one       boolean not null default true,
    founder        text collate "C",
    founder_wallet text collate "C",
    purpose        text collate "C",
    genesis_units  bigint  not null default 0,
    sales          bigint  not null default 0,
    revenue_tetri  bigint  not null default 0,
    refunded_tetri bigint  not null default 0,
    minted_units   bigint  not null default 0,
    burned_units   bigint  not null default 0,
    constraint network_only_one primary key (only_one),
    constraint network_only_one_true check (only_one)
) with (fillfactor = 20);

insert into network default values;

comment on column network.founder is 'Null until the network is founded.';
comment on column network.minted_units is 'By sales, without genesis.';

create table node (
    node          text collate "C" not null,
    type          text collate "C" not null,
    city          text             not null,
    owner         text collate "C" not null,
    owner_wallet  text collate "C" not null,
    active        boolean          not null,
    sales          bigint           not null default 0,
    revenue_tetri  bigint           not null default 0,
    refunded_tetri bigint           not null default 0,
    minted_units   bigint           not null default 0,
    burned_units   bigint           not null default 0,
    constraint node_id primary key (node)
) with (fillfactor = 50);

comment on column network.sales is 'Without those that were voided, as is the revenue.';
comment on column node.minted_units is 'By sales of the node, all shares together.';

create table terminal (
    node       text collate "C" not null,
    terminal   text collate "C" not null,
    authorised boolean          not null,
    constraint terminal_id primary key (node, terminal)
);

grant usage on schema ${flyway:defaultSchema} to hps_query;
grant select, insert, update, delete on all tables in schema ${flyway:defaultSchema} to hps_query;
