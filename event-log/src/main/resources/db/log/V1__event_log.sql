-- The log: one row an event, numbered from 0 without gaps in commit order.
create table log.event (
    position    bigint           not null,
    sequence    bigint           not null,
    recorded_at bigint           not null,
    event_id    uuid             not null,
    stream      text collate "C" not null,
    type        text collate "C" not null,
    revision    text collate "C" not null,
    payload     bytea            not null,
    metadata    bytea            not null,
    constraint event_position primary key (position),
    constraint event_stream_sequence unique (stream, sequence),
    constraint event_position_from_zero check (position >= 0),
    constraint event_sequence_from_zero check (sequence >= 0)
);

comment on table log.event is 'The source of truth. Rows are added and never changed.';
comment on column log.event.position is 'Place in the whole log, contiguous from 0; also the leaf index of the audit tree.';
comment on column log.event.sequence is 'Place in the stream, from 0.';
comment on column log.event.recorded_at is 'Milliseconds since 1970-01-01T00:00:00Z.';
comment on column log.event.type is 'Stable name, for example sale.recorded.';
comment on column log.event.payload is 'Canonical JSON (RFC 8785), UTF-8.';
comment on column log.event.metadata is 'Canonical JSON (RFC 8785) of text values, UTF-8.';

-- Grants keep the servers from changing history; this keeps everybody else from doing it by mistake.
create function log.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the event log only grows: % is refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger event_is_append_only
    before update or delete or truncate on log.event
    for each statement execute function log.refuse_change();

grant usage on schema log to hps_command, hps_query, hps_export;
grant select on log.event to hps_command, hps_query, hps_export;
grant insert on log.event to hps_command, hps_query;
