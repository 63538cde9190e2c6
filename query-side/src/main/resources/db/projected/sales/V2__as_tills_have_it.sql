-- What tills know of a sale besides. Sales that were recorded before revision 2 of their event have none of it, which is
-- what the defaults say; so rows that are there stay right and nothing has to be read anew.
alter table sale
    add column discount_tetri bigint not null default 0,
    add column vat_tetri      bigint,
    add column cash_tetri     bigint not null default 0,
    add column card_tetri     bigint not null default 0,
    add column voucher_tetri  bigint not null default 0,
    add column tip_tetri      bigint not null default 0,
    add column fiscal_number  text collate "C";

comment on column sale.discount_tetri is 'Taken off items and off the whole; the total is without it.';
comment on column sale.vat_tetri is 'The tax in the total, as far as the till named rates; null where it named none.';
comment on column sale.cash_tetri is 'Of the total, as card and voucher; the rest was paid with something else.';
comment on column sale.tip_tetri is 'On top of the total.';
