-- What each node sold in each hour of each business day (Asia/Tbilisi).
create table node_hour (
    node                 text collate "C" not null,
    day                  date             not null,
    hour                 bigint           not null,
    sales                bigint           not null,
    revenue_tetri        bigint           not null,
    voided_sales         bigint           not null,
    voided_tetri         bigint           not null,
    refunds              bigint           not null,
    refunded_tetri       bigint           not null,
    owner_units          bigint           not null,
    buyer_units          bigint           not null,
    royalty_units        bigint           not null,
    burned_units         bigint           not null,
    burned_royalty_units bigint           not null,
    constraint node_hour_id primary key (node, day, hour),
    constraint node_hour_hour check (hour between 0 and 23)
) with (fillfactor = 70);

comment on column node_hour.hour is 'Of the clock in Tbilisi; the hours of a day need not begin at midnight.';
comment on column node_hour.sales is 'Without those that were voided, as is the revenue.';
comment on column node_hour.voided_sales is 'In the hour of the sale.';
comment on column node_hour.refunds is 'In the hour in which the money was given back, whenever the sale was made.';
comment on column node_hour.owner_units is 'Of what was minted, as are those of buyers and the royalty; voided sales included.';
comment on column node_hour.burned_units is 'What voids took back, all shares together.';
comment on column node_hour.burned_royalty_units is 'Of that the royalty.';

create index node_hour_by_day on node_hour (day);

create table node_day_category (
    node          text collate "C" not null,
    day           date             not null,
    category      text             not null,
    quantity      bigint           not null,
    grams         bigint           not null,
    revenue_tetri bigint           not null,
    constraint node_day_category_id primary key (node, day, category)
) with (fillfactor = 70);

comment on column node_day_category.quantity is 'Pieces of what is counted.';
comment on column node_day_category.grams is 'Of what is weighed.';
comment on column node_day_category.revenue_tetri is 'Less discounts, so that all categories of a day come to its revenue.';

create index node_day_category_by_day on node_day_category (day);

-- What was taken back: one row a void or refund, on the day on which it counts.
create table reversal (
    position     bigint           not null,
    kind         text             not null,
    node         text collate "C" not null,
    sale         text collate "C" not null,
    day          date             not null,
    at           bigint           not null,
    amount_tetri bigint           not null,
    terminal     text collate "C" not null,
    reason       text             not null,
    account      text collate "C",
    approved_by  text collate "C",
    constraint reversal_position primary key (position)
);

create index reversal_by_day on reversal (day, position);
create index reversal_by_node on reversal (node, day, position);

comment on column reversal.day is 'A void counts on the business day of its sale, a refund on its own.';
comment on column reversal.at is 'When it was recorded, in milliseconds since 1970-01-01T00:00:00Z.';
comment on column reversal.account is 'Whose doing it was; null where the event does not say.';
comment on column reversal.approved_by is 'Who approved of a void that needed it.';

-- Royalties that a void can still take back.
create table open_royalty (
    sale           text collate "C" not null,
    node           text collate "C" not null,
    day            date             not null,
    units          bigint           not null,
    voidable_until bigint           not null,
    constraint open_royalty_sale primary key (sale)
);

create index open_royalty_by_end on open_royalty (voidable_until);

comment on column open_royalty.voidable_until is 'Milliseconds since 1970-01-01T00:00:00Z; it is dropped once the log is past it.';

create table last_sale (
    node    text collate "C" not null,
    sold_at bigint           not null,
    constraint last_sale_node primary key (node)
) with (fillfactor = 70);

comment on column last_sale.sold_at is 'The latest time of any sale, a voided one as well.';

-- When business days begin, as far as the network has set it.
create table business_day (
    from_day  date             not null,
    begins_at text collate "C" not null,
    constraint business_day_id primary key (from_day)
);

comment on column business_day.begins_at is 'Hours and minutes in Tbilisi, from that day on.';

-- How far the log's own time has come.
create table log_time (
    only_one boolean not null default true,
    latest   bigint  not null,
    constraint log_time_only_one primary key (only_one),
    constraint log_time_only_one_true check (only_one)
);

insert into log_time (latest) values (0);

grant usage on schema ${flyway:defaultSchema} to hps_query;
grant select, insert, update, delete on all tables in schema ${flyway:defaultSchema} to hps_query;
