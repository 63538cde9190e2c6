-- What can still be taken back, summed up: there may be hundreds of thousands of such sales, and every page asks.
create table owed (
    node  text collate "C" not null,
    day   date             not null,
    slot  bigint           not null,
    units bigint           not null,
    constraint owed_id primary key (node, day, slot)
) with (fillfactor = 70);

comment on column owed.slot is 'Ten seconds since 1970 in which void windows end.';
comment on column owed.units is 'Of the open royalties whose void window ends in the slot.';

grant select, insert, update, delete on owed to hps_query;
