-- Which wallets there are, of which kind, and what they hold.
create table q_wallets_v1.wallet (
    wallet text collate "C" not null,
    kind   text collate "C" not null,
    units  bigint           not null,
    constraint wallet_id primary key (wallet)
) with (fillfactor = 70);

comment on table q_wallets_v1.wallet is 'Without the wallets of checks: there is one for every sale.';

create table q_wallets_v1.checks (
    only_one boolean not null default true,
    wallets  bigint  not null default 0,
    units    bigint  not null default 0,
    constraint checks_only_one primary key (only_one),
    constraint checks_only_one_true check (only_one)
) with (fillfactor = 20);

insert into q_wallets_v1.checks default values;

comment on table q_wallets_v1.checks is 'The wallets of all checks together.';

grant usage on schema q_wallets_v1 to hps_query;
grant select, insert, update, delete on all tables in schema q_wallets_v1 to hps_query;
