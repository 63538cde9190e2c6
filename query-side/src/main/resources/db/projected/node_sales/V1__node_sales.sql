-- What each node sold on each business day (Asia/Tbilisi).
create table node_day (
    node          text collate "C" not null,
    day           date             not null,
    sales          bigint           not null,
    voided_sales   bigint           not null,
    revenue_tetri  bigint           not null,
    refunded_tetri bigint           not null,
    minted_units   bigint           not null,
    burned_units   bigint           not null,
    constraint node_day_id primary key (node, day)
) with (fillfactor = 70);

comment on column node_day.sales is 'Without those that were voided, as are revenue and items.';
comment on column node_day.refunded_tetri is 'Given back on this day, whenever the sales were made.';

create index node_day_by_day on node_day (day);

create table node_day_item (
    node          text collate "C" not null,
    day           date             not null,
    code          text collate "C" not null,
    name          text             not null,
    category      text             not null,
    quantity      bigint           not null,
    revenue_tetri bigint           not null,
    constraint node_day_item_id primary key (node, day, code)
) with (fillfactor = 70);

create index node_day_item_by_day on node_day_item (day);

comment on column node_day_item.name is 'As the last recorded sale of that day called it.';

-- The events of one sale lie next to each other in the log, but the end of a batch may fall between them.
create table open_sale (
    only_one boolean          not null default true,
    sale     text collate "C" not null,
    node     text collate "C" not null,
    day      date             not null,
    constraint open_sale_only_one primary key (only_one),
    constraint open_sale_only_one_true check (only_one)
);

comment on table open_sale is 'The sale that the last batch ended with, whose mint comes in the next.';

-- When business days begin, as far as the network has set it.
create table business_day (
    from_day  date             not null,
    begins_at text collate "C" not null,
    constraint business_day_id primary key (from_day)
);

comment on column business_day.begins_at is 'Hours and minutes in Tbilisi, from that day on.';

grant usage on schema ${flyway:defaultSchema} to hps_query;
grant select, insert, update, delete on all tables in schema ${flyway:defaultSchema} to hps_query;
