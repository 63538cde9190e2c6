-- Weighed goods, discounts and tips. What was recorded before has none of them.
alter table node_day
    add column discount_tetri bigint not null default 0,
    add column tip_tetri      bigint not null default 0;

comment on column node_day.discount_tetri is 'Taken off the sales; the revenue is without it.';
comment on column node_day.tip_tetri is 'On top of the revenue.';

alter table node_day_item
    add column grams bigint not null default 0;

comment on column node_day_item.quantity is 'Pieces of what is counted.';
comment on column node_day_item.grams is 'Of what is weighed.';
comment on column node_day_item.revenue_tetri is 'Less discounts, so that all items of a day come to its revenue.';
