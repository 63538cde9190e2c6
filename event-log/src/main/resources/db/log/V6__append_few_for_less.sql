-- An append of few events is made of what happens once in it, whatever is in it: each of the steps below is one less.

-- Who may write what, as before, but that the query side writes the types that there are: one that no build knows would
-- make everybody wait who reads along, for good. Whoever adds one adds it here as well, by a migration.
create or replace function log.writer_of(stream text, type text) returns text
    language sql immutable parallel safe
    return case
        when ascii(stream) not in (97, 101, 107) and ascii(type) not in (97, 101, 105) then 'hps_command'
        when stream like 'audit:%' and type in ('audit.key-rotated', 'audit.witnesses-chosen') then 'hps_query'
        when stream like 'export:%' and type = 'export.recorded' then 'hps_query'
        when stream like 'key:%' and type like 'idempotency.%' then 'hps_command'
        when stream like 'audit:%' or type like 'audit.%' then null
        when stream like 'export:%' or type like 'export.%' then null
        when stream like 'key:%' or type like 'idempotency.%' then null
        else 'hps_command'
    end;

-- Whether no more need be looked at if it is hps_command that writes it. What looks less common than nearly everything
-- does is not plain, and looked at closely: PostgreSQL sets each function of this up anew with each statement, so that
-- few of them count for more than what they let through. {" and } are what can be told of an object for next to nothing.
create or replace function log.is_plain(
    stream text, type text, revision text, recorded_at bigint, payload bytea, metadata bytea) returns boolean
    language sql immutable parallel safe
    return coalesce(octet_length(stream) <= 117 and octet_length(type) <= 100 and octet_length(revision) = 1
        and recorded_at >= 946684800000 and recorded_at < 4102444800000
        and payload >= '\x7b22' and payload < '\x7b23'
        and octet_length(payload) <= 1048576 and get_byte(payload, octet_length(payload) - 1) = 125
        and metadata >= '\x7b22' and metadata < '\x7b23'
        and octet_length(metadata) <= 65536 and get_byte(metadata, octet_length(metadata) - 1) = 125
        -- As log.writer_of has it, for all but what begins like something of the query side.
        and (ascii(stream) not in (97, 101, 107) and ascii(type) not in (97, 101, 105)
            or stream like 'key:%' and type like 'idempotency.%'), false);

-- Whether the caller is hps_command, which it says itself nearly always, or may do what that may.
create function log.is_of_command() returns boolean
    language sql stable
    return case
        when session_user = 'hps_command' and current_setting('role') = 'none' then true
        else log.called_by('hps_command')
    end;

-- As before, but that the end of the log is compared with log.head when that is moved, and by that.
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
    set lock_timeout = '3s'
as $$
declare
    limit_of_the_turn text := set_config('idle_in_transaction_session_timeout', '10s', true);
    end_id uuid;
    size integer;
    all_plain boolean := true;
    inserted integer;
    moved integer;
begin
    -- Each statement below takes its snapshot after the lock and sees all that came before.
    lock table log.turn in exclusive mode;
    if cardinality(claim_command) > 0 then
        select claimed.head, claimed.taken_command, claimed.taken_position, claimed.taken_by_itself
            into head, taken_command, taken_position, taken_by_itself
            from log.claim(claim_command, claim_stream, claim_sequence, claim_event_id) claimed;
        if taken_command is not null then
            select array_agg(n.stream order by n.place), array_agg(n.sequence order by n.place),
                    array_agg(n.event_id order by n.place), array_agg(n.type order by n.place),
                    array_agg(n.revision order by n.place), array_agg(n.recorded_at order by n.place),
                    array_agg(n.payload order by n.place), array_agg(n.metadata order by n.place)
                into new_stream, new_sequence, new_event_id, new_type, new_revision, new_recorded_at, new_payload,
                    new_metadata
                from unnest(new_command, new_stream, new_sequence, new_event_id, new_type, new_revision, new_recorded_at,
                        new_payload, new_metadata) with ordinality
                    as n (command, stream, sequence, event_id, type, revision, recorded_at, payload, metadata, place)
                -- What names no command is of none that came too late, and refused below.
                where coalesce(n.command <> all (taken_command), true);
        end if;
    end if;
    select e.position, e.event_id into head, end_id from log.event e order by e.position desc limit 1;
    head := coalesce(head, -1);
    -- Of arrays of different lengths the longest counts, so that what lacks a part is refused and not left out.
    size := coalesce(greatest(cardinality(new_stream), cardinality(new_sequence), cardinality(new_event_id),
        cardinality(new_type), cardinality(new_revision), cardinality(new_recorded_at), cardinality(new_payload),
        cardinality(new_metadata)), 0);
    if size = 0 then
        return;
    end if;
    -- Which id of an array is the last depends on its bounds, which are up to the caller.
    if array_ndims(new_event_id) <> 1 or array_lower(new_event_id, 1) <> 1 then
        raise exception 'arrays of events have one dimension and begin at 1' using errcode = 'HPL02';
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
    if not (all_plain and log.is_of_command()) then
        perform log.look_closely(head);
    end if;
    update log.head h set position = append.head + size, event_id = new_event_id[size]
        where h.position = append.head and h.event_id is not distinct from end_id;
    get diagnostics moved = row_count;
    if moved <> 1 then
        perform log.refuse_other_end(h.position, h.event_id, head, end_id)
            from log.head h order by h.position desc limit 1;
    end if;
end
$$;

revoke all on function log.is_of_command from public;
