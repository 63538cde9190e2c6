-- Whose each wallet is, and how it stands. Tables that were filled before are filled anew from the log.
alter table wallet
    add column holder     text collate "C",
    add column label      text,
    add column opened     bigint  not null default -1,
    add column opened_at  bigint  not null default 0,
    add column suspended  boolean not null default false,
    add column state_since    bigint,
    add column state_since_at bigint;

create index wallet_of_kind on wallet (kind, wallet);

comment on column wallet.holder is 'Null for the reserve, which is nobody''s.';
comment on column wallet.opened is 'The position of the first event that named it.';
comment on column wallet.opened_at is 'When that was recorded, in milliseconds since 1970.';
comment on column wallet.state_since is 'The position since which it is suspended or no longer is; null if it never was.';
