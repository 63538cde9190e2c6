-- What an authenticator makes its codes from, sealed under a key of the keystore. Whether one counts is said by the log.
create table issuer.second_factor (
    second_factor_id text        not null,
    account          text        not null,
    key_version      integer     not null,
    sealed           bytea       not null,
    last_step        bigint      not null,
    created_at       timestamptz not null,
    constraint second_factor_id primary key (second_factor_id)
);

comment on column issuer.second_factor.sealed is 'Nonce and AES-256-GCM of the secret, bound to account and id.';
comment on column issuer.second_factor.last_step is 'The step of 30 s (RFC 6238) of the last code that was taken; none is taken twice.';

create table issuer.recovery_code (
    second_factor_id text        not null references issuer.second_factor,
    mark             bytea       not null,
    used_at          timestamptz,
    constraint recovery_code_of primary key (second_factor_id, mark)
);

comment on column issuer.recovery_code.mark is 'HMAC-SHA-256 of the code under a key that is derived from one of the keystore.';

grant select, insert, update on issuer.second_factor to hps_command;
grant select, insert, update on issuer.recovery_code to hps_command;
