-- What must be done at some time, filled from the log in batches. Not part of the truth: emptied together with the
-- position it is filled again.
create table command.due (
    at   bigint           not null,
    kind text collate "C" not null,
    id   text collate "C" not null,
    constraint due_at_kind_id primary key (at, kind, id)
);

comment on column command.due.at is 'Milliseconds since 1970-01-01T00:00:00Z.';
comment on column command.due.kind is 'What is to be done, for example check-expiry.';

create table command.due_position (
    only_one boolean not null default true,
    next     bigint  not null,
    constraint due_position_only_one primary key (only_one),
    constraint due_position_only_one_true check (only_one)
);

insert into command.due_position (next) values (0);

comment on column command.due_position.next is 'The first position of the log that has not been looked at.';

grant usage on schema command to hps_command;
grant select, insert, update, delete on all tables in schema command to hps_command;
