-- The same is looked at as before, where it costs less. PostgreSQL reads, compiles and forgets a table's constraints with
-- each statement, which was a tenth of an append of few events; a function keeps its plans for as long as its session. And
-- so that few statements are enough, each does what two or three did.

-- What an event looks like, whoever writes it: short names, from 2000 up to and without 2100, and payload and metadata in
-- braces, which is what can be told of an object for next to nothing.
create function log.is_event(
    stream text, type text, revision text, recorded_at bigint, payload bytea, metadata bytea) returns boolean
    language sql immutable parallel safe
    return octet_length(stream) <= 117 and octet_length(type) <= 100 and octet_length(revision) between 1 and 16
        and recorded_at >= 946684800000 and recorded_at < 4102444800000
        and octet_length(payload) between 2 and 1048576
        and get_byte(payload, 0) = 123 and get_byte(payload, octet_length(payload) - 1) = 125
        and octet_length(metadata) between 2 and 65536
        and get_byte(metadata, 0) = 123 and get_byte(metadata, octet_length(metadata) - 1) = 125;

alter table log.event
    drop constraint event_names_are_short,
    drop constraint event_recorded_in_our_time,
    drop constraint event_payload_is_an_object,
    drop constraint event_metadata_is_an_object;

-- Whether no more need be looked at if it is hps_command that writes it, which is nearly all there is.
create function log.is_plain(
    stream text, type text, revision text, recorded_at bigint, payload bytea, metadata bytea) returns boolean
    language sql immutable parallel safe
    return coalesce(log.is_event(stream, type, revision, recorded_at, payload, metadata)
        and log.writer_of(stream, type) = 'hps_command', false);

-- Looks at every event behind that position, for callers that write little and to say what is wrong.
create or replace function log.look_closely(old_head bigint) returns void
    language plpgsql
    set enable_seqscan = off
as $$
declare
    wrong text;
begin
    select min(n.type || ' in ' || n.stream || ' at ' || n.sequence) into wrong
        from log.event n
        where n.position > old_head
        and not coalesce(log.called_by(log.writer_of(n.stream, n.type)), false);
    if wrong is not null then
        raise exception '% may not write %', session_user, wrong using errcode = 'insufficient_privilege';
    end if;
    select min(n.type || ' in ' || n.stream || ' at ' || n.sequence) into wrong
        from log.event n
        where n.position > old_head
        and not (log.is_event(n.stream, n.type, n.revision, n.recorded_at, n.payload, n.metadata)
            and n.stream ~ '^[a-z]{1,16}:[A-Za-z0-9:._-]{1,100}$'
            and n.type ~ '^[a-z-]{1,40}\.[a-z-]{1,59}$'
            and convert_from(n.payload, 'UTF8') is json object with unique keys
            and convert_from(n.metadata, 'UTF8') is json object with unique keys
            and (n.sequence = 0 or exists (select from log.event b
                where b.stream = n.stream and b.sequence = n.sequence - 1)));
    if wrong is not null then
        raise exception '% is not an event as the log has them', wrong using errcode = 'HPL02';
    end if;
end
$$;

-- Claims places as before, if any are to be; tells where the log ends in any case.
create or replace function log.claim(
    claim_command integer[], claim_stream text[], claim_sequence bigint[], claim_event_id uuid[],
    out head bigint, out taken_command integer[], out taken_position bigint[], out taken_by_itself boolean[])
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    -- Planned once, since planning costs more than a few look-ups. The planner knows neither the arrays' sizes nor how the
    -- table will grow; so that the plan stays good, it can but look each stream up in the index.
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off
    set lock_timeout = '3s'
as $$
declare
    limit_of_the_turn text := set_config('idle_in_transaction_session_timeout', '10s', true);
    known_id uuid;
    found_position bigint;
    found_id uuid;
begin
    -- Each statement below takes its snapshot after the lock and sees all that came before.
    lock table log.turn in exclusive mode;
    select known.position, known.event_id, found.position, found.event_id
        into head, known_id, found_position, found_id
        from (select h.position, h.event_id from log.head h order by h.position desc limit 1) known
        left join (select e.position, e.event_id from log.event e order by e.position desc limit 1) found on true;
    if head <> coalesce(found_position, -1) or known_id is distinct from found_id then
        perform log.refuse_other_end(head, known_id, found_position, found_id);
    end if;
    if cardinality(claim_command) > 0 then
        select array_agg(claim.command), array_agg(event.position), array_agg(event.event_id = claim.event_id)
            into taken_command, taken_position, taken_by_itself
            from unnest(claim_command, claim_stream, claim_sequence, claim_event_id)
                as claim (command, stream, sequence, event_id)
            join log.event event on event.stream = claim.stream and event.sequence = claim.sequence;
    end if;
end
$$;

create or replace function log.append(
    claim_command integer[], claim_stream text[], claim_sequence bigint[], claim_event_id uuid[],
    new_command integer[], new_stream text[], new_sequence bigint[], new_event_id uuid[], new_type text[],
    new_revision text[], new_recorded_at bigint[], new_payload bytea[], new_metadata bytea[],
    out head bigint, out taken_command integer[], out taken_position bigint[], out taken_by_itself boolean[])
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_generic_plan
    -- log.head has one row and many that were; what is planned while it is new must not read through them.
    set enable_seqscan = off
as $$
declare
    claimed constant record := log.claim(claim_command, claim_stream, claim_sequence, claim_event_id);
    size integer;
    all_plain boolean := true;
    inserted integer;
begin
    head := claimed.head;
    taken_command := claimed.taken_command;
    taken_position := claimed.taken_position;
    taken_by_itself := claimed.taken_by_itself;
    if taken_command is not null then
        select array_agg(n.stream order by n.place), array_agg(n.sequence order by n.place),
                array_agg(n.event_id order by n.place), array_agg(n.type order by n.place),
                array_agg(n.revision order by n.place), array_agg(n.recorded_at order by n.place),
                array_agg(n.payload order by n.place), array_agg(n.metadata order by n.place)
            into new_stream, new_sequence, new_event_id, new_type, new_revision, new_recorded_at, new_payload, new_metadata
            from unnest(new_command, new_stream, new_sequence, new_event_id, new_type, new_revision, new_recorded_at,
                    new_payload, new_metadata) with ordinality
                as n (command, stream, sequence, event_id, type, revision, recorded_at, payload, metadata, place)
            where n.command <> all (taken_command);
    end if;
    -- Of arrays of different lengths the longest counts, so that what lacks a part is refused and not left out.
    size := coalesce(greatest(cardinality(new_stream), cardinality(new_sequence), cardinality(new_event_id),
        cardinality(new_type), cardinality(new_revision), cardinality(new_recorded_at), cardinality(new_payload),
        cardinality(new_metadata)), 0);
    if size = 0 then
        return;
    end if;

    -- What is not plain comes second, in a statement that hardly ever is, so that it can be looked at.
    loop
        insert into log.event (position, sequence, recorded_at, event_id, stream, type, revision, payload, metadata)
        select head + n.place, n.sequence, n.recorded_at, n.event_id, n.stream, n.type, n.revision, n.payload, n.metadata
            from unnest(new_stream, new_sequence, new_event_id, new_type, new_revision, new_recorded_at, new_payload,
                    new_metadata) with ordinality
                as n (stream, sequence, event_id, type, revision, recorded_at, payload, metadata, place)
            where log.is_plain(n.stream, n.type, n.revision, n.recorded_at, n.payload, n.metadata) = all_plain;
        get diagnostics inserted = row_count;
        exit when inserted = size or not all_plain;
        all_plain := false;
    end loop;
    if not (all_plain and log.called_by('hps_command')) then
        perform log.look_closely(head);
    end if;
    -- The id is the row's: which of an array's is the last depends on its bounds, which are up to the caller.
    update log.head h set (position, event_id) =
            (select e.position, e.event_id from log.event e where e.position = append.head + size)
        where h.position = append.head;
end
$$;

-- Refuses what the caller may not write, gaps between positions, and a log whose end is another; then moves the end. If as
-- many events behind the end are plain as there are positions, none is missing and none is not.
create or replace function log.after_arrival() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off
as $$
declare
    known_position bigint;
    known_id uuid;
    end_id uuid;
    last_position bigint;
    last_id uuid;
    plain bigint;
    added bigint;
begin
    select known.position, known.event_id, ending.event_id, latest.position, latest.event_id,
            (select count(*) from log.event n where n.position > known.position
                and log.is_plain(n.stream, n.type, n.revision, n.recorded_at, n.payload, n.metadata))
        into known_position, known_id, end_id, last_position, last_id, plain
        from (select h.position, h.event_id from log.head h order by h.position desc limit 1) known
        left join log.event ending on ending.position = known.position
        left join (select e.position, e.event_id from log.event e order by e.position desc limit 1) latest on true;
    if end_id is distinct from known_id then
        perform log.refuse_other_end(known_position, known_id, null, end_id);
    end if;
    if plain = 0 or last_position <> known_position + plain or not log.called_by('hps_command') then
        select count(*) into added from log.event n where n.position > known_position;
        if added = 0 or last_position <> known_position + added then
            raise exception 'positions must follow %, without gaps', known_position using errcode = 'HPL02';
        end if;
        perform log.look_closely(known_position);
    end if;
    update log.head h set position = last_position, event_id = last_id where h.position = known_position;
    return null;
end
$$;

revoke all on function log.is_event, log.is_plain from public;
