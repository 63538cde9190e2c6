-- What a careful team would build on PostgreSQL alone: the same facts, in one function and one transaction, with balances
-- that are right at once. The rows of the owner and of the founder are touched by every sale; that is the point.
create schema ledger;

create table ledger.account (
    account text   primary key,
    units   bigint not null
) with (fillfactor = 20);

create table ledger.sale (
    sale        bigint generated always as identity primary key,
    node        text        not null,
    number      text        not null,
    terminal    text        not null,
    sold_at     timestamptz not null,
    total_tetri bigint      not null,
    recorded_by text        not null,
    recorded_at timestamptz not null default clock_timestamp(),
    correlation text        not null,
    unique (node, number)
);

create table ledger.sale_item (
    sale             bigint not null references ledger.sale,
    line             int    not null,
    code             text   not null,
    name             text   not null,
    category         text   not null,
    quantity         int    not null,
    unit_price_tetri bigint not null,
    primary key (sale, line)
);

create table ledger.posting (
    posting bigint generated always as identity primary key,
    sale    bigint not null references ledger.sale,
    account text   not null,
    units   bigint not null
);
create index posting_by_account on ledger.posting (account, posting);

create table ledger.receipt (
    sale            bigint primary key references ledger.sale,
    account         text        not null,
    units           bigint      not null,
    claimable_until timestamptz not null
);

create function ledger.record_sale(
    p_node text, p_number text, p_terminal text, p_sold_at timestamptz, p_total bigint, p_by text, p_correlation text,
    p_codes text[], p_names text[], p_categories text[], p_quantities int[], p_prices bigint[], p_owner text)
    returns bigint language plpgsql as $$
declare
    v_sale    bigint;
    v_receipt text := 'receipt:' || p_node || ':' || p_number;
begin
    insert into ledger.sale (node, number, terminal, sold_at, total_tetri, recorded_by, correlation)
    values (p_node, p_number, p_terminal, p_sold_at, p_total, p_by, p_correlation)
    returning sale into v_sale;

    insert into ledger.sale_item (sale, line, code, name, category, quantity, unit_price_tetri)
    select v_sale, ordinal, code, name, category, quantity, price
    from unnest(p_codes, p_names, p_categories, p_quantities, p_prices)
        with ordinality as item (code, name, category, quantity, price, ordinal);

    insert into ledger.posting (sale, account, units)
    values (v_sale, p_owner, 48), (v_sale, v_receipt, 49), (v_sale, 'founder', 3);

    insert into ledger.receipt (sale, account, units, claimable_until)
    values (v_sale, v_receipt, 49, clock_timestamp() + interval '365 days');

    update ledger.account set units = units + 48 where account = p_owner;
    update ledger.account set units = units + 3 where account = 'founder';
    return v_sale;
end
$$;
