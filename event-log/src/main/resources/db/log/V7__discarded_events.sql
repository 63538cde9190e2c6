-- The query side also writes what somebody decided about an event that a projection cannot take in.
create or replace function log.writer_of(stream text, type text) returns text
    language sql immutable parallel safe
    return case
        when ascii(stream) not in (97, 101, 107, 112) and ascii(type) not in (97, 101, 105, 112) then 'hps_command'
        when stream like 'audit:%' and type in ('audit.key-rotated', 'audit.witnesses-chosen') then 'hps_query'
        when stream like 'export:%' and type = 'export.recorded' then 'hps_query'
        when stream like 'projection:%' and type = 'projection.event-discarded' then 'hps_query'
        when stream like 'key:%' and type like 'idempotency.%' then 'hps_command'
        when stream like 'audit:%' or type like 'audit.%' then null
        when stream like 'export:%' or type like 'export.%' then null
        when stream like 'projection:%' or type like 'projection.%' then null
        when stream like 'key:%' or type like 'idempotency.%' then null
        else 'hps_command'
    end;

-- As before, but for what begins like that.
create or replace function log.is_plain(
    stream text, type text, revision text, recorded_at bigint, payload bytea, metadata bytea) returns boolean
    language sql immutable parallel safe
    return coalesce(octet_length(stream) <= 117 and octet_length(type) <= 100 and octet_length(revision) = 1
        and recorded_at >= 946684800000 and recorded_at < 4102444800000
        and payload >= '\x7b22' and payload < '\x7b23'
        and octet_length(payload) <= 1048576 and get_byte(payload, octet_length(payload) - 1) = 125
        and metadata >= '\x7b22' and metadata < '\x7b23'
        and octet_length(metadata) <= 65536 and get_byte(metadata, octet_length(metadata) - 1) = 125
        and (ascii(stream) not in (97, 101, 107, 112) and ascii(type) not in (97, 101, 105, 112)
            or stream like 'key:%' and type like 'idempotency.%'), false);
