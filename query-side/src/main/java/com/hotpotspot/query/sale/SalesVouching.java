package com.hotpotspot.query.sale;

import com.hotpotspot.access.RateLimit;
import com.hotpotspot.eventlog.Channel;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.NewEvent;
import com.hotpotspot.eventlog.SequenceTakenException;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.eventlog.Trail;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.export.ExportRecorded;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.audit.AuditQueries;
import com.hotpotspot.query.sale.SalesFiles.SalesFile;
import com.hotpotspot.query.web.BlockingWork;
import com.hotpotspot.query.web.Problem;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.proof.TlogProof;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The network vouches for a file of sales: it records what the file is in the log, once, and finds the proof that the
 * log holds that. An account can ask for so many files in an hour, so that whoever only reads cannot make the log grow
 * at will.
 */
@Component
final class SalesVouching {

    private static final Duration SEALED_WITHIN = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final SalesFiles files;
    private final EventLog log;
    private final AuditQueries audit;
    private final BlockingWork blocking;
    private final Clock clock;
    private final RateLimit<AccountId> limit;

    SalesVouching(
            SalesFiles files,
            EventLog log,
            AuditQueries audit,
            BlockingWork blocking,
            Clock clock,
            ExportSettings settings) {
        this.files = files;
        this.log = log;
        this.audit = audit;
        this.blocking = blocking;
        this.clock = clock;
        this.limit = new RateLimit<>(settings.manifestsPerHour(), Duration.ofHours(1));
    }

    /** Vouches for a file that somebody asks for. Asked again for the same file, it gives the same event. */
    Mono<Vouched> vouchFor(SalesFile asked, Caller caller) {
        requireWhole();
        limit.count(caller.identity().account());
        SalesFile file = files.named(asked);
        // Nothing is recorded about what is not sealed, or while nothing is.
        return proof(file.position())
                .publishOn(blocking.scheduler())
                .map(covered -> record(described(file), caller))
                .flatMap(event -> proof(event.position()).map(proof -> new Vouched(file, event, proof)));
    }

    /** The network does not vouch for a file that it knows to lack something. */
    private void requireWhole() {
        long parked = files.parked();
        if (parked > 0) {
            throw Problem.of(
                    ExportCode.REGISTER_INCOMPLETE,
                    String.format(
                            Locale.ROOT,
                            "The register is without %d event(s) that it could not take in; see /api/v1/projections.",
                            parked));
        }
    }

    private ExportRecorded described(SalesFile file) {
        MessageDigest sha256 = Hash.digest();
        long bytes = 0;
        long rows = 0;
        byte[] header = file.format().header();
        sha256.update(header);
        bytes += header.length;
        for (List<RegisteredSale> sales : files.sales(file).toIterable()) {
            byte[] part = file.format().rows(sales);
            sha256.update(part);
            bytes += part.length;
            rows += sales.size();
        }
        Period period = file.period();
        return new ExportRecorded(
                "sales",
                file.format().toString(),
                period == null ? null : period.from(),
                period == null ? null : period.to(),
                file.position(),
                rows,
                bytes,
                Hash.of(sha256.digest()).hex());
    }

    /** The event, which now has its place. */
    private StoredEvent record(ExportRecorded recorded, Caller caller) {
        Trail who =
                Trail.of(caller.identity().account(), caller.actingIn().role().name(), Channel.EXPORT);
        try {
            long position = log.append(List.of(NewEvent.of(recorded.stream(), 0, recorded, who, clock.instant())))
                    .first();
            return log.read(position, 1).events().getFirst();
        } catch (SequenceTakenException e) {
            return earlier(recorded, e);
        }
    }

    private StoredEvent earlier(ExportRecorded recorded, SequenceTakenException taken) {
        StoredEvent event = log.readStream(recorded.stream(), 0, 1).stream()
                .findFirst()
                .map(export -> export.isPlaced() ? export : placed(export))
                .orElseThrow(() -> taken);
        if (!event.event().equals(recorded)) {
            throw Problem.of(
                    ExportCode.EXPORT_DIFFERS,
                    "At position " + event.position()
                            + " another file was recorded for this period and position. The registers of this process do not follow from the log.");
        }
        return event;
    }

    /** Where the engine keeps no positions with a stream. */
    private StoredEvent placed(StoredEvent export) {
        return log.readKind(StreamId.parse(export.stream()).kind(), log.head()).stream()
                .filter(other -> other.eventId().equals(export.eventId()))
                .findFirst()
                .orElseThrow();
    }

    /** As soon as a checkpoint covers the event. */
    private Mono<TlogProof> proof(long position) {
        return Mono.defer(() -> Mono.justOrEmpty(audit.proof(position)))
                .repeatWhenEmpty(empty -> empty.delayElements(LOOK_AGAIN))
                .timeout(
                        SEALED_WITHIN,
                        Mono.error(() -> Problem.unavailable(
                                "The log is not sealed up to position " + position + "; the process that seals it")));
    }

    /** A file, the event that tells of it, and the proof that the log holds the event. */
    record Vouched(SalesFile file, StoredEvent event, TlogProof proof) {}
}
