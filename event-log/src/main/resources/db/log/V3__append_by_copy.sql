-- A batch is a claim, then its rows, then a commit. Many rows are written by COPY, which costs half of what an INSERT
-- does; few go with the claim in one call, which saves two round trips.
--
-- An append no longer announces itself inside its transaction: NOTIFY holds a lock of the whole cluster until the
-- commit is on the disk. Whoever has appended announces afterwards.
drop function log.append;

-- Claims places at the ends of streams for a batch of commands, until the end of the transaction, and answers where the
-- log ends and which claims came too late.
--
-- A command is lost when the first sequence it wants of one of its streams is taken; the others of the batch are not
-- affected. Claiming the same again is safe: an event that is there under its own id was recorded before, and its
-- position is answered.
create function log.claim(
    claim_command integer[], claim_stream text[], claim_sequence bigint[], claim_event_id uuid[],
    out head bigint, out taken_command integer[], out taken_position bigint[], out taken_by_itself boolean[])
    language plpgsql
    -- Planned once, since planning costs more than a few look-ups. The planner knows neither the arrays' sizes nor how the
    -- table will grow; so that the plan stays good, it can but look each stream up in the index.
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off
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
end
$$;

-- Claims and inserts in one call.
create function log.append(
    claim_command integer[], claim_stream text[], claim_sequence bigint[], claim_event_id uuid[],
    new_command integer[], new_stream text[], new_sequence bigint[], new_event_id uuid[], new_type text[],
    new_revision text[], new_recorded_at bigint[], new_payload bytea[], new_metadata bytea[],
    out head bigint, out taken_command integer[], out taken_position bigint[], out taken_by_itself boolean[])
    language plpgsql
    set plan_cache_mode = force_generic_plan
as $$
begin
    select claimed.head, claimed.taken_command, claimed.taken_position, claimed.taken_by_itself
        into head, taken_command, taken_position, taken_by_itself
        from log.claim(claim_command, claim_stream, claim_sequence, claim_event_id) claimed;

    insert into log.event
        (position, sequence, recorded_at, event_id, stream, type, revision, payload, metadata)
    select head + row_number() over (order by n.ordinal),
        n.sequence, n.recorded_at, n.event_id, n.stream, n.type, n.revision, n.payload, n.metadata
    from unnest(new_command, new_stream, new_sequence, new_event_id, new_type, new_revision, new_recorded_at, new_payload, new_metadata)
        with ordinality
        as n (command, stream, sequence, event_id, type, revision, recorded_at, payload, metadata, ordinal)
    where n.command <> all (coalesce(taken_command, '{}'));
end
$$;

grant execute on function log.claim, log.append to hps_command, hps_query;
revoke execute on function log.claim, log.append from public;
