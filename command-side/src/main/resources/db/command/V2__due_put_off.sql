-- Work that fails is put off, ever longer, so that it does not stand in the way of what can be done.
alter table command.due add column retry_at bigint;
update command.due set retry_at = at;
alter table command.due alter column retry_at set not null;
alter table command.due add column failures integer not null default 0;

create index due_by_retry on command.due (retry_at, at, kind, id);

comment on column command.due.retry_at is 'When it is tried, in milliseconds since 1970-01-01T00:00:00Z: at first at its time, after a failure later.';
comment on column command.due.failures is 'How often it has failed, one after the other.';
