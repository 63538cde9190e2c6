-- Who may sign in, with which roles and credentials. Times are in milliseconds since 1970.
create table account (
    account    text collate "C" not null,
    kind       text collate "C" not null,
    created    bigint           not null,
    created_at bigint           not null,
    closed     bigint,
    closed_at  bigint,
    constraint account_id primary key (account)
);

create index account_of_kind on account (kind, account);

comment on column account.created is 'The position of the event, as are all columns beside one that ends in _at.';
comment on column account.closed is 'Null while the account is open.';

create table granted_role (
    account    text collate "C" not null,
    role       text collate "C" not null,
    nodes      text collate "C" not null,
    holder     text collate "C",
    until      bigint,
    granted_by text collate "C" not null,
    granted    bigint           not null,
    granted_at bigint           not null,
    constraint granted_role_id primary key (account, role)
);

comment on table granted_role is 'Without those that were taken away; some may be at their end.';
comment on column granted_role.nodes is 'With commas between them; empty for a role that is about none.';

create table credential (
    account     text collate "C" not null,
    credential  text collate "C" not null,
    state       text collate "C" not null,
    proposed_by text collate "C",
    lapses_at   bigint,
    shown_to    text collate "C",
    since       bigint           not null,
    since_at    bigint           not null,
    constraint credential_id primary key (account, credential)
);

comment on table credential is 'Names of secrets. The secrets, and all that is made from them, are nowhere near.';

grant usage on schema ${flyway:defaultSchema} to hps_query;
grant select, insert, update, delete on all tables in schema ${flyway:defaultSchema} to hps_query;
