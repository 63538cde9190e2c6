-- What signing in needs and the log must not hold. Nobody but the command side may look.
create table issuer.credential (
    credential_id text        not null,
    account       text        not null,
    hash          text        not null,
    created_at    timestamptz not null,
    revoked_at    timestamptz,
    constraint credential_id primary key (credential_id)
);

comment on table issuer.credential is 'One row a secret. Which of them an account can sign in with is said by the log.';
comment on column issuer.credential.hash is 'Argon2id (RFC 9106) in the PHC string format.';

grant usage on schema issuer to hps_command;
grant select, insert, update on issuer.credential to hps_command;
