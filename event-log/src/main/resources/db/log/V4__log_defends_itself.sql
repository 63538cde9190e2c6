-- The log defends itself: who may write what is said here and checked here, nobody inserts into the table by himself,
-- nobody but the functions below can hold the lock, and a log whose end is missing takes no more.

-- What an event looks like, whoever writes it. What is there already is left as it is.
alter table log.event
    add constraint event_names_are_short
        check (octet_length(stream) <= 117 and octet_length(type) <= 100 and octet_length(revision) between 1 and 16)
        not valid,
    -- From 2000 up to, and without, 2100.
    add constraint event_recorded_in_our_time
        check (recorded_at >= 946684800000 and recorded_at < 4102444800000) not valid,
    -- In braces, which is what can be told of an object for next to nothing.
    add constraint event_payload_is_an_object
        check (octet_length(payload) between 2 and 1048576
            and get_byte(payload, 0) = 123 and get_byte(payload, octet_length(payload) - 1) = 125) not valid,
    add constraint event_metadata_is_an_object
        check (octet_length(metadata) between 2 and 65536
            and get_byte(metadata, 0) = 123 and get_byte(metadata, octet_length(metadata) - 1) = 125) not valid;

-- Who may write what: the one role that may add an event of that type to that stream, or null if nobody may. What stands
-- before a stream's colon is its kind, what stands before a type's dot its family.
create function log.writer_of(stream text, type text) returns text
    language sql immutable parallel safe
    return case
        -- Two letters tell nearly everything apart from the kinds and families below: a, e, k and a, e, i.
        when ascii(stream) not in (97, 101, 107) and ascii(type) not in (97, 101, 105) then 'hps_command'
        when stream like 'audit:%' and type like 'audit.%' then 'hps_query'
        when stream like 'export:%' and type like 'export.%' then 'hps_query'
        when stream like 'key:%' and type like 'idempotency.%' then 'hps_command'
        -- Those go together and with nothing else; everything else is decided on by the command side.
        when stream like 'audit:%' or type like 'audit.%' then null
        when stream like 'export:%' or type like 'export.%' then null
        when stream like 'key:%' or type like 'idempotency.%' then null
        else 'hps_command'
    end;

-- Where the log ends, kept apart from the log and changed together with it: the position of its last event, and which
-- event that is; -1 and none while the log is empty.
--
-- The position is the key although there is but one row: the highest is found first, however many earlier versions of
-- the row the transaction of a slow reader keeps alive.
create table log.head (
    position bigint not null,
    event_id uuid,
    constraint head_position primary key (position)
);

insert into log.head (position, event_id) values (-1, null);
update log.head set (position, event_id) = (select e.position, e.event_id from log.event e order by e.position desc limit 1)
    where exists (select from log.event);

comment on table log.head is 'The last event of the log, so that a log whose end is missing is not written on.';

-- Whoever appends holds this table, in which there is nothing, until the commit; so positions follow the order of
-- commits. Nobody has a right to it, and without one PostgreSQL lets nobody lock it but through the functions below. How
-- long a transaction goes on is up to whoever began it; see log.end_long_turn.
create table log.turn ();

comment on table log.turn is 'Empty. Locked by the one transaction that appends.';

-- Whether the caller of a function that runs with the owner's rights is that role. Only these two settings still say so
-- there, and neither can be set to a role that one is not a member of.
create function log.called_by(role text) returns boolean
    language sql stable
    return pg_has_role(
        case current_setting('role') when 'none' then session_user else current_setting('role')::name end,
        role::name, 'usage');

-- Says so when the log does not end where it ended after the last append.
create function log.refuse_other_end(known_position bigint, known_id uuid, found_position bigint, found_id uuid)
    returns void language plpgsql
as $$
begin
    raise exception 'the log ends at position % with event %, but it was last written up to position % with event %',
        coalesce(found_position, -1), coalesce(found_id::text, 'none'), known_position, coalesce(known_id::text, 'none')
        using errcode = 'HPL01', hint = 'Events are missing at its end, or others are there. Restore the log.';
end
$$;

-- Looks at every event behind that position, for callers that write little.
create function log.look_closely(old_head bigint) returns void
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
        and not (n.stream ~ '^[a-z]{1,16}:[A-Za-z0-9:._-]{1,100}$'
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

-- The door for many rows. COPY costs half of what a function that inserts does, and PostgreSQL looks at the rights to
-- the table it is told, not to the one in which the rows come to lie: so rows are copied into this one, which has but
-- one part, the log, and each COPY is looked at like every other append.
create table log.arrival (
    position    bigint           not null,
    sequence    bigint           not null,
    recorded_at bigint           not null,
    event_id    uuid             not null,
    stream      text collate "C" not null,
    type        text collate "C" not null,
    revision    text collate "C" not null,
    payload     bytea            not null,
    metadata    bytea            not null
) partition by range (position);

alter table log.arrival attach partition log.event default;

comment on table log.arrival is 'Through it rows are copied into log.event. Read that one.';

-- Ends the connections of hps_query that have the turn or wait for it, but for the caller's own, and says how many those
-- were. Whoever may append calls it when he waited for so long that he was told (55P03): the query side appends little
-- and is done at once, and tries again when it was interrupted; somebody else who has its password must not keep the
-- command side from recording sales. No setting of that session can hinder it. The owner has the right of
-- pg_signal_backend for this.
create function log.end_long_turn() returns bigint
    language sql security definer set search_path = pg_catalog, pg_temp
    return (select count(*) filter (where pg_terminate_backend(pid))
        from (select distinct session.pid
            from pg_locks turn join pg_stat_activity session on session.pid = turn.pid
            where turn.locktype = 'relation' and turn.relation = 'log.turn'::regclass
            and session.datname = current_database() and session.usename = 'hps_query'
            and session.pid <> pg_backend_pid()) others);

create function log.before_arrival() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    set lock_timeout = '3s'
as $$
declare
    -- Whoever has the turn and stands still is sent away by the server, unless he sets this otherwise after it.
    limit_of_the_turn text := set_config('idle_in_transaction_session_timeout', '10s', true);
begin
    lock table log.turn in exclusive mode;
    return null;
end
$$;

-- Refuses what the caller may not write, gaps between positions, and a log whose end is another; then moves the end. Of
-- what hps_command writes, which is nearly all there is, no more is looked at than costs next to nothing.
create function log.after_arrival() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off
as $$
declare
    known log.head;
    end_id uuid;
    added bigint;
    last_position bigint;
    all_by_command boolean;
begin
    select * into known from log.head order by position desc limit 1;
    select event_id into end_id from log.event where position = known.position;
    if end_id is distinct from known.event_id then
        perform log.refuse_other_end(known.position, known.event_id, null, end_id);
    end if;
    select count(*), max(n.position), bool_and(log.writer_of(n.stream, n.type) is not distinct from 'hps_command')
        into added, last_position, all_by_command
        from log.event n where n.position > known.position;
    if added = 0 or last_position <> known.position + added then
        raise exception 'positions must follow %, without gaps', known.position using errcode = 'HPL02';
    end if;
    if not (all_by_command and log.called_by('hps_command')) then
        perform log.look_closely(known.position);
    end if;
    update log.head h set (position, event_id) =
            (select e.position, e.event_id from log.event e where e.position = last_position)
        where h.position = known.position;
    return null;
end
$$;

create trigger arrival_waits_for_its_turn before insert on log.arrival
    for each statement execute function log.before_arrival();
create trigger arrival_is_looked_at after insert on log.arrival
    for each statement execute function log.after_arrival();
create trigger arrival_is_append_only before update or delete or truncate on log.arrival
    for each statement execute function log.refuse_change();

-- The same two ways in as before, now with the rights of the owner of the schema.
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
    select known.position, known.event_id, found.position, found.event_id, claimed.command, claimed.position, claimed.by_itself
        into head, known_id, found_position, found_id, taken_command, taken_position, taken_by_itself
        from (select h.position, h.event_id from log.head h order by h.position desc limit 1) known
        left join (select e.position, e.event_id from log.event e order by e.position desc limit 1) found on true
        cross join (select array_agg(claim.command) as command, array_agg(event.position) as position,
                array_agg(event.event_id = claim.event_id) as by_itself
            from unnest(claim_command, claim_stream, claim_sequence, claim_event_id)
                as claim (command, stream, sequence, event_id)
            join log.event event on event.stream = claim.stream and event.sequence = claim.sequence) claimed;
    if head <> coalesce(found_position, -1) or known_id is distinct from found_id then
        perform log.refuse_other_end(head, known_id, found_position, found_id);
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
as $$
declare
    looked_at boolean := log.called_by('hps_command');
    added bigint;
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
    get diagnostics added = row_count;
    if added = 0 then
        return;
    end if;

    for i in 1 .. cardinality(new_stream) loop
        looked_at := looked_at and log.writer_of(new_stream[i], new_type[i]) is not distinct from 'hps_command';
    end loop;
    if not looked_at then
        perform log.look_closely(head);
    end if;
    update log.head h set (position, event_id) =
            (select e.position, e.event_id from log.event e where e.position = head + added)
        where h.position = head;
end
$$;

revoke all on log.event, log.snapshot from hps_command, hps_query, hps_export;
revoke all on all functions in schema log from public;
grant select on log.event, log.head to hps_command, hps_query, hps_export;
grant insert on log.arrival to hps_command, hps_query;
grant execute on function log.claim, log.append, log.end_long_turn to hps_command, hps_query;
grant select, insert, update, delete on log.snapshot to hps_command;
