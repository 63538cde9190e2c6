-- What each node sold on each business day (Asia/Tbilisi).
create table q_node_sales_v3.node_day (
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

comment on column q_node_sales_v3.node_day.sales is 'Without those that were voided, as are revenue and items.';
comment on column q_node_sales_v3.node_day.refunded_tetri is 'Given back on this day, whenever the sales were made.';

create index node_day_by_day on q_node_sales_v3.node_day (day);

create table q_node_sales_v3.node_day_item (
    node          text collate "C" not null,
    day           date             not null,
    code          text collate "C" not null,
    name          text             not null,
    category      text             not null,
    quantity      bigint           not null,
    revenue_tetri bigint           not null,
    constraint node_day_item_id primary key (node, day, code)
) with (fillfactor = 70);

create index node_day_item_by_day on q_node_sales_v3.node_day_item (day);

comment on column q_node_sales_v3.node_day_item.name is 'As the last recorded sale of that day called it.';

-- The events of one sale lie next to each other in the log, but the end of a batch may fall between them.
create table q_node_sales_v3.open_sale (
    only_one boolean          not null default true,
    sale     text collate "C" not null,
    node     text collate "C" not null,
    day      date             not null,
    constraint open_sale_only_one primary key (only_one),
    constraint open_sale_only_one_true check (only_one)
);

comment on table q_node_sales_v3.open_sale is 'The sale that the last batch ended with, whose mint comes in the next.';

-- When business days begin, as far as the network has set it.
create table q_node_sales_v3.business_day (
    from_day  date             not null,
    begins_at text collate "C" not null,
    constraint business_day_id primary key (from_day)
);

comment on column q_node_sales_v3.business_day.begins_at is 'Hours and minutes in Tbilisi, from that day on.';

grant usage on schema q_node_sales_v3 to hps_query;
grant select, insert, update, delete on all tables in schema q_node_sales_v3 to hps_query;
