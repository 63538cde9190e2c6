-- The versions of the token policy that were adopted. The first is in force since always and in no event.
create table policy (
    version           bigint           not null,
    effective_from    bigint           not null,
    emission          text collate "C" not null,
    emission_units    bigint           not null,
    least_total       bigint           not null,
    owner_owner       bigint           not null,
    owner_buyer       bigint           not null,
    owner_royalty     bigint           not null,
    franchise_owner   bigint           not null,
    franchise_buyer   bigint           not null,
    franchise_royalty bigint           not null,
    void_minutes      bigint           not null,
    claim_minutes     bigint           not null,
    cap_founder       bigint           not null,
    cap_franchisee    bigint           not null,
    cap_customer      bigint           not null,
    token_price       bigint           not null,
    adopted           bigint           not null,
    adopted_at        bigint           not null,
    withdrawn         bigint,
    withdrawn_at      bigint,
    constraint policy_version primary key (version)
);

comment on column policy.effective_from is 'Milliseconds since 1970, as all columns that end in _at.';
comment on column policy.owner_owner is 'Percent of a mint on an OWNER node that its owner gets.';
comment on column policy.adopted is 'The position of the event, as is withdrawn; null while it stands.';

grant usage on schema ${flyway:defaultSchema} to hps_query;
grant select, insert, update, delete on all tables in schema ${flyway:defaultSchema} to hps_query;
