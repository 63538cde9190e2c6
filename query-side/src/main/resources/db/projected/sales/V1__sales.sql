-- The register of sales and mints: one row a sale. What a later event adds comes with that event's position, so that the
-- register can be read as it stood at any position.
create table sale (
    position       bigint           not null,
    sale           text collate "C" not null,
    node           text collate "C" not null,
    number         text collate "C" not null,
    sold_at        bigint           not null,
    day            date             not null,
    total_tetri    bigint           not null,
    mint_position  bigint,
    policy_version bigint,
    minted_units   bigint,
    owner_wallet   text collate "C",
    owner_units    bigint,
    buyer_wallet   text collate "C",
    buyer_units    bigint,
    royalty_wallet text collate "C",
    royalty_units  bigint,
    check_position bigint,
    check_id        text collate "C",
    claim_position  bigint,
    expiry_position bigint,
    void_position   bigint,
    constraint sale_position primary key (position),
    constraint sale_id unique (sale)
);

create index sale_by_day on sale (day, position);

comment on column sale.position is 'Of the event that recorded the sale.';
comment on column sale.sold_at is 'Milliseconds since 1970-01-01T00:00:00Z.';
comment on column sale.day is 'The business day in Asia/Tbilisi.';
comment on column sale.mint_position is 'Of the event that tells of the mint; the columns after it come from there.';
comment on column sale.check_position is 'Of the event that issued the check.';

comment on column sale.claim_position is 'Of the event that tells of the claim of the check.';
comment on column sale.expiry_position is 'Of the event that tells that nobody claimed it in time.';
comment on column sale.void_position is 'Of the event that took the sale back.';

-- What was given back of sales, one row a refund.
create table refund (
    sale         text collate "C" not null,
    position     bigint           not null,
    amount_tetri bigint           not null,
    constraint refund_sale_position primary key (sale, position)
);

-- When business days begin, as far as the network has set it.
create table business_day (
    from_day  date             not null,
    begins_at text collate "C" not null,
    constraint business_day_id primary key (from_day)
);

comment on column business_day.begins_at is 'Hours and minutes in Tbilisi, from that day on.';

grant usage on schema ${flyway:defaultSchema} to hps_query, hps_export;
grant select, insert, update, delete on sale, refund, business_day to hps_query;
grant select on sale, refund to hps_export;
