-- How far each projection has come; written in the transaction of the rows it speaks of.
create table q_tokens_v1.token (
    processor  text collate "C" not null,
    segment    integer          not null,
    token      text,
    token_type text,
    claimed_at text             not null,
    owner      text,
    constraint token_processor_segment primary key (processor, segment)
) with (fillfactor = 20);

comment on table q_tokens_v1.token is 'One row a projection. Rewritten with every batch, hence the free space in its pages.';
comment on column q_tokens_v1.token.token is 'JSON; its member globalIndex is the last position taken in.';
comment on column q_tokens_v1.token.owner is 'The process that runs the projection, null when none does.';

grant usage on schema q_tokens_v1 to hps_query, hps_export;
grant select, insert, update, delete on q_tokens_v1.token to hps_query;
grant select on q_tokens_v1.token to hps_export;
