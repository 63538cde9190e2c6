-- Sales as somebody looks for them: one row a sale, with what they may know of it and what tells it from others.
create table sale (
    sale           text collate "C" not null,
    position       bigint           not null,
    node           text collate "C" not null,
    number         text collate "C" not null,
    sold_at        bigint           not null,
    day            date             not null,
    total_tetri    bigint           not null,
    refunded_tetri bigint           not null,
    state          text collate "C" not null,
    constraint sale_id primary key (sale)
);

comment on column sale.position is 'Of the event that recorded the sale.';
comment on column sale.sold_at is 'Milliseconds since 1970-01-01T00:00:00Z.';
comment on column sale.day is 'The business day in Asia/Tbilisi.';
comment on column sale.state is 'RECORDED, VOIDED, or REFUNDED as soon as anything was given back.';

-- Each index ends in the order in which sales are listed, so that a list is read from where it goes on.
create index sale_by_time on sale (sold_at, position);
create index sale_of_node_by_time on sale (node, sold_at, position);
create index sale_by_total on sale (total_tetri, sold_at, position);
create index sale_of_node_by_total on sale (node, total_tetri, sold_at, position);
create index sale_by_number on sale (number);
create index sale_taken_back_by_time on sale (state, sold_at, position) where state <> 'RECORDED';

-- When business days begin, as far as the network has set it.
create table business_day (
    from_day  date             not null,
    begins_at text collate "C" not null,
    constraint business_day_id primary key (from_day)
);

comment on column business_day.begins_at is 'Hours and minutes in Tbilisi, from that day on.';

grant usage on schema ${flyway:defaultSchema} to hps_query;
grant select, insert, update, delete on all tables in schema ${flyway:defaultSchema} to hps_query;
