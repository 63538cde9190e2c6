-- Run by a superuser, in the database that the system is to use: once at first, and again at an update that says so. It
-- brings roles and rights into the state below; passwords, and limits that were set otherwise, stay. Passwords are set by
-- the operator:
--   alter role hps_owner password '…';
do $$
declare
    role_name text;
    function_name text;
    connections text;
begin
    foreach role_name in array array['hps_owner', 'hps_command', 'hps_query', 'hps_export'] loop
        if not exists (select from pg_roles where rolname = role_name) then
            execute format('create role %I login', role_name);
        end if;
    end loop;

    -- Nobody comes in who is not named here, and nobody makes tables, not even for a session.
    execute format('revoke all on database %I from public', current_database());
    execute format('grant create, connect on database %I to hps_owner', current_database());
    execute format('grant connect on database %I to hps_command, hps_query, hps_export', current_database());
    revoke create on schema public from public;

    -- Locks by number and large objects are to be had by everybody who can connect. With the first a reader could hold
    -- up whoever uses the same number, or use up the server's memory for locks; with the second it could fill the disk.
    -- Migrations take such locks.
    for function_name in
        select p.oid::regprocedure::text from pg_proc p
        where p.pronamespace = 'pg_catalog'::regnamespace
        and (p.proname ~ '^pg_(try_)?advisory_' or p.proname in
            ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_put', 'lo_open', 'lowrite', 'lo_truncate', 'lo_truncate64'))
    loop
        execute format('revoke execute on function %s from public', function_name);
        if function_name ~ 'advisory' then
            execute format('grant execute on function %s to hps_owner', function_name);
        end if;
    end loop;

    -- So many connections that none of them can take those of the others, on a server with 100. A limit that was set
    -- by hand is left as it is.
    for role_name, connections in
        select * from (values ('hps_owner', '8'), ('hps_command', '40'), ('hps_query', '40'), ('hps_export', '4')) as most
    loop
        if (select rolconnlimit from pg_roles where rolname = role_name) = -1 then
            execute format('alter role %I connection limit %s', role_name, connections);
        end if;
    end loop;

    -- The log's function that ends the connection of a query side which keeps others from appending runs as its owner.
    grant pg_signal_backend to hps_owner;

    -- A process that stands still in the middle of a transaction lets go of what it holds.
    alter role hps_command set idle_in_transaction_session_timeout = '30s';
    alter role hps_query set idle_in_transaction_session_timeout = '5min';
    alter role hps_export set idle_in_transaction_session_timeout = '1min';
    -- Nobody waits for a table for ever.
    alter role hps_command set lock_timeout = '30s';
    alter role hps_query set lock_timeout = '1min';
    alter role hps_export set lock_timeout = '5s';
    -- A reader's question ends, and does not fill the disk while it is sorted. The latter it cannot set otherwise.
    alter role hps_export set statement_timeout = '15min';
    alter role hps_export set temp_file_limit = '2GB';
end
$$;
