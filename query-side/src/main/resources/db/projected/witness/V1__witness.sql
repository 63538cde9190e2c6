-- What the scores of witnesses are made of: nodes, what they sold, and what their owners hold.
create table network (
    only_one      boolean not null default true,
    genesis_units bigint  not null default 0,
    minted_units  bigint  not null default 0,
    burned_units  bigint  not null default 0,
    constraint network_only_one primary key (only_one),
    constraint network_only_one_true check (only_one)
) with (fillfactor = 20);

insert into network default values;

create table node (
    node         text collate "C" not null,
    city         text             not null,
    owner_wallet text collate "C" not null,
    active       boolean          not null,
    constraint node_id primary key (node)
);

create table node_day (
    node  text collate "C" not null,
    day   date             not null,
    sales bigint           not null,
    constraint node_day_id primary key (node, day)
) with (fillfactor = 70);

comment on column node_day.sales is 'Without those that were voided.';

create table node_item (
    node     text collate "C" not null,
    code     text collate "C" not null,
    quantity bigint           not null,
    constraint node_item_id primary key (node, code)
) with (fillfactor = 70);

comment on column node_item.quantity is 'Without what was sold in sales that were voided.';

create table wallet (
    wallet text collate "C" not null,
    units  bigint           not null,
    constraint wallet_id primary key (wallet)
) with (fillfactor = 70);

comment on table wallet is 'Without the wallets of checks, which no node owner has: there is one for every sale.';

-- When business days begin, as far as the network has set it.
create table business_day (
    from_day  date             not null,
    begins_at text collate "C" not null,
    constraint business_day_id primary key (from_day)
);

comment on column business_day.begins_at is 'Hours and minutes in Tbilisi, from that day on.';

grant usage on schema ${flyway:defaultSchema} to hps_query;
grant select, insert, update, delete on all tables in schema ${flyway:defaultSchema} to hps_query;
