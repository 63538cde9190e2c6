-- Run once by a superuser, in the database that the system is to use. Passwords are set by the operator:
--   alter role hps_owner password '…';
do $$
declare
    role_name text;
begin
    foreach role_name in array array['hps_owner', 'hps_command', 'hps_query', 'hps_export'] loop
        if not exists (select from pg_roles where rolname = role_name) then
            execute format('create role %I login', role_name);
        end if;
    end loop;
    execute format('grant create, connect on database %I to hps_owner', current_database());
    execute format('grant connect on database %I to hps_command, hps_query, hps_export', current_database());
end
$$;
