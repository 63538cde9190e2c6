-- The audit log: the Merkle tree over the event log, what was signed of it, and with which keys. Rows are added and never
-- changed, so that what was once published can be published again, and what was once signed binds.
create table audit.segment (
    level  smallint not null,
    first  bigint   not null,
    hashes bytea    not null,
    constraint segment_level_first primary key (level, first),
    constraint segment_of_one_tile check (
        octet_length(hashes) > 0 and octet_length(hashes) % 32 = 0 and first % 256 + octet_length(hashes) / 32 <= 256)
);

comment on table audit.segment is
    'Neighbouring hashes of one tile, as they came to be: a tile is its segments one after the other.';
comment on column audit.segment.level is '0 for leaves; each hash of a level above is the root of a full tile below.';
comment on column audit.segment.first is 'Index of the first hash within its level; at level 0 the position of the event.';
comment on column audit.segment.hashes is 'SHA-256, 32 bytes each.';

create table audit.checkpoint (
    size      bigint           not null,
    signed_at bigint           not null,
    note      text collate "C" not null,
    constraint checkpoint_size primary key (size),
    constraint checkpoint_of_something check (size > 0)
);

comment on table audit.checkpoint is 'Every checkpoint that the log has ever signed.';
comment on column audit.checkpoint.signed_at is 'Milliseconds since 1970-01-01T00:00:00Z.';
comment on column audit.checkpoint.note is 'The signed note (c2sp.org/signed-note), without cosignatures.';

create table audit.cosignature (
    size      bigint           not null,
    witness   text collate "C" not null,
    line      text collate "C" not null,
    constraint cosignature_size_witness primary key (size, witness),
    constraint cosignature_checkpoint foreign key (size) references audit.checkpoint
);

create index cosignature_by_witness on audit.cosignature (witness, size);

comment on table audit.cosignature is 'What witnesses have put under checkpoints (c2sp.org/tlog-cosignature).';
comment on column audit.cosignature.witness is 'Verifier key of the witness.';

create table audit.key (
    version      integer          not null,
    verifier_key text collate "C" not null,
    position     bigint,
    constraint key_version primary key (version)
);

comment on table audit.key is 'The keys that the log signs with, by their version in the keystore.';
comment on column audit.key.position is
    'Where the log tells that the key came; null for the first one. Checkpoints that do not cover it are signed by the key before, too.';

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log only grows: % is refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger segment_is_append_only before update or delete or truncate on audit.segment
    for each statement execute function audit.refuse_change();
create trigger checkpoint_is_append_only before update or delete or truncate on audit.checkpoint
    for each statement execute function audit.refuse_change();
create trigger cosignature_is_append_only before update or delete or truncate on audit.cosignature
    for each statement execute function audit.refuse_change();
create trigger key_is_append_only before update or delete or truncate on audit.key
    for each statement execute function audit.refuse_change();

grant usage on schema audit to hps_query, hps_export;
grant select, insert on audit.segment, audit.checkpoint, audit.cosignature, audit.key to hps_query;
grant select on audit.segment, audit.checkpoint, audit.cosignature, audit.key to hps_export;
