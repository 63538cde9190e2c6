-- Which wallets there are, of which kind, and what they hold.
create table wallet (
    wallet text collate "C" not null,
    kind   text collate "C" not null,
    units  bigint           not null,
    constraint wallet_id primary key (wallet)
) with (fillfactor = 70);

comment on table wallet is 'Without the wallets of checks: there is one for every sale.';

create table checks (
    only_one boolean not null default true,
    wallets  bigint  not null default 0,
    units    bigint  not null default 0,
    constraint checks_only_one primary key (only_one),
    constraint checks_only_one_true check (only_one)
) with (fillfactor = 20);

insert into checks default values;

comment on table checks is 'The wallets of all checks together.';

grant usage on schema ${flyway:defaultSchema} to hps_query;
grant select, insert, update, delete on all tables in schema ${flyway:defaultSchema} to hps_query;
