-- What people sign in with. Tables that were filled before are filled anew from the log.
alter table account
    add column name                text collate "C",
    add column second_factor       bigint,
    add column second_factor_at    bigint,
    add column removal_proposed_by text collate "C",
    add column removal_reason      text collate "C",
    add column removal_lapses_at   bigint;

comment on column account.name is 'What a person types; null if they were given none.';
comment on column account.second_factor is 'The position at which it was enrolled; null without one.';
comment on column account.removal_proposed_by is 'Null unless its removal waits for a second person, or did.';

alter table credential
    add column kind  text collate "C",
    add column until bigint;

comment on column credential.until is 'Null unless it ends by itself.';
