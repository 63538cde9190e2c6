-- Appends many commands' events in one statement and one commit.
--
-- A command is lost when the first sequence it wants of one of its streams is taken; the others of the batch are not
-- affected. Sending the same batch again is safe: an event that is there under its own id was recorded before, and its
-- position is answered instead.
create function log.append(
    claim_command integer[], claim_stream text[], claim_sequence bigint[], claim_event_id uuid[],
    new_command integer[], new_stream text[], new_sequence bigint[], new_event_id uuid[], new_type text[],
    new_revision text[], new_recorded_at bigint[], new_payload bytea[], new_metadata bytea[],
    out head bigint, out taken_command integer[], out taken_position bigint[], out taken_by_itself boolean[])
    language plpgsql
    -- The planner knows nothing of the arrays' sizes; with these it can but look each stream up in the index.
    set jit = off set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off
as $$
begin
    -- "HPSLOG" in ASCII. Held until the commit, so that positions follow the order of commits. Each statement below
    -- takes its snapshot after the lock and sees all that came before.
    perform pg_advisory_xact_lock(79509832093511);
    select coalesce(max(position), -1) into head from log.event;

    select array_agg(claim.command), array_agg(event.position), array_agg(event.event_id = claim.event_id)
        into taken_command, taken_position, taken_by_itself
        from unnest(claim_command, claim_stream, claim_sequence, claim_event_id)
            as claim (command, stream, sequence, event_id)
        join log.event event on event.stream = claim.stream and event.sequence = claim.sequence;

    if taken_command is null then
        insert into log.event
            (position, sequence, recorded_at, event_id, stream, type, revision, payload, metadata)
        select head + n.ordinal, n.sequence, n.recorded_at, n.event_id, n.stream, n.type, n.revision, n.payload, n.metadata
        from unnest(new_stream, new_sequence, new_event_id, new_type, new_revision, new_recorded_at, new_payload, new_metadata)
            with ordinality
            as n (stream, sequence, event_id, type, revision, recorded_at, payload, metadata, ordinal);
    else
        insert into log.event
            (position, sequence, recorded_at, event_id, stream, type, revision, payload, metadata)
        select head + row_number() over (order by n.ordinal),
            n.sequence, n.recorded_at, n.event_id, n.stream, n.type, n.revision, n.payload, n.metadata
        from unnest(new_command, new_stream, new_sequence, new_event_id, new_type, new_revision, new_recorded_at, new_payload, new_metadata)
            with ordinality
            as n (command, stream, sequence, event_id, type, revision, recorded_at, payload, metadata, ordinal)
        where n.command <> all (taken_command);
    end if;

    perform pg_notify('hps_log', '');
end
$$;

grant execute on function log.append to hps_command, hps_query;
revoke execute on function log.append from public;

create table log.snapshot (
    stream      text collate "C" not null,
    sequence    bigint           not null,
    recorded_at bigint           not null,
    event_id    uuid             not null,
    type        text collate "C" not null,
    revision    text collate "C",
    payload     bytea            not null,
    metadata    bytea            not null,
    constraint snapshot_stream primary key (stream)
);

comment on table log.snapshot is
    'The latest state of aggregates that are long to rebuild. Not part of the truth: it may be emptied at any time.';

grant select, insert, update, delete on log.snapshot to hps_command, hps_query;
