-- A row that does not belong here must do no harm for good, since rows are never taken away.
--
-- Several keys may stand under one version: which of them is the log's own is told by the keystore. So nobody can take a
-- version's place before it comes.
alter table audit.key drop constraint key_version;
alter table audit.key add constraint key_version_key primary key (version, verifier_key);
alter table audit.key
    add constraint key_is_short check (version >= 1 and octet_length(verifier_key) between 1 and 500) not valid,
    add constraint key_position_from_zero check (position >= 0) not valid;
alter table audit.checkpoint
    add constraint checkpoint_is_short check (octet_length(note) between 1 and 16384) not valid;
alter table audit.cosignature
    add constraint cosignature_is_short
        check (octet_length(witness) between 1 and 500 and octet_length(line) between 1 and 1000) not valid;
alter table audit.segment
    add constraint segment_within_a_tree check (level between 0 and 63 and first >= 0) not valid;

-- Whoever seals holds this table, in which there is nothing, until the commit. Only the function below can lock it, and
-- only those who seal may call that; a lock by number could be taken by everybody who can connect.
create table audit.turn ();

comment on table audit.turn is 'Empty. Locked by the one transaction that adds to the tree.';

create function audit.take_turn() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    limit_of_the_turn text := set_config('idle_in_transaction_session_timeout', '30s', true);
begin
    lock table audit.turn in exclusive mode;
end
$$;

revoke all on all functions in schema audit from public;
grant execute on function audit.take_turn to hps_query;
