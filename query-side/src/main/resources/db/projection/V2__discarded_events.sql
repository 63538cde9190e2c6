-- Events that a projection does without for good, in every version: what the log says of them, so that a version that is
-- filled from the beginning knows of it before it comes there.
create table projection.discarded (
    projection text collate "C" not null,
    position   bigint           not null,
    constraint discarded_id primary key (projection, position)
);

grant select, insert on projection.discarded to hps_query;
