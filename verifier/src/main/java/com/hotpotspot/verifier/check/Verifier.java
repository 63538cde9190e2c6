package com.hotpotspot.verifier.check;

import static com.hotpotspot.verifier.check.Findings.number;

import com.hotpotspot.tlog.checkpoint.Checkpoint;
import com.hotpotspot.tlog.checkpoint.Cosignature;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import com.hotpotspot.tlog.checkpoint.TrustedCheckpoint;
import com.hotpotspot.tlog.checkpoint.UntrustedException;
import com.hotpotspot.tlog.event.EventEntry;
import com.hotpotspot.tlog.event.EventLine;
import com.hotpotspot.tlog.event.ExportManifest;
import com.hotpotspot.tlog.event.KeyRotation;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.ConsistencyProof;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.note.SignedNote;
import com.hotpotspot.tlog.proof.TlogProof;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks files against a policy, offline. No method throws because of what a file holds or because it cannot be read:
 * the verdict says so.
 */
public final class Verifier {

    private final TlogPolicy given;
    private final Optional<Path> rotations;
    private final Progress progress;

    /** @param policy chosen by who checks, never taken from whom is checked */
    public Verifier(TlogPolicy policy, Progress progress) {
        this(policy, Optional.empty(), progress);
    }

    /**
     * One that also believes the keys that followed those of the policy.
     *
     * @param rotations a file with the events that told of them, and the proofs of those; it may come from whom is
     *     checked
     */
    public Verifier(TlogPolicy policy, Optional<Path> rotations, Progress progress) {
        this.given = policy;
        this.rotations = rotations;
        this.progress = progress;
    }

    /** Whether the policy believes a checkpoint. */
    public Verdict checkpoint(Path checkpoint) {
        return verdict((chain, findings) -> trust(signedCheckpoint(checkpoint), chain, findings));
    }

    /**
     * Whether an event is in the log.
     *
     * @param event one line of the event stream
     * @param proof a {@code .tlog-proof} for it
     */
    public Verdict proof(Path event, Path proof) {
        return verdict((chain, findings) -> {
            EventLine line = new GivenFile(event).read(EventLine.LONGEST, EventLine::parse);
            includes(
                    line,
                    new GivenFile(proof).read(2 * SignedNote.LONGEST, TlogProof::parse),
                    line.faults(),
                    chain,
                    findings);
        });
    }

    /** The same for what is at hand. */
    public Verdict proof(byte[] event, byte[] proof) {
        return verdict((chain, findings) -> {
            EventLine line = parse("The event", event, EventLine::parse);
            includes(line, parse("The proof", proof, TlogProof::parse), line.faults(), chain, findings);
        });
    }

    private static <T> T parse(String what, byte[] bytes, Function<byte[], T> format) {
        try {
            return format.apply(bytes);
        } catch (FormatException e) {
            throw new UnusableException("%s cannot be used: %s.".formatted(what, e.getMessage()), e);
        }
    }

    /** Whether a file is the one that the log recorded as exported. */
    public Verdict export(Path file, Path manifest) {
        return verdict((chain, findings) -> {
            ExportManifest read = new GivenFile(manifest).read(ExportManifest.LONGEST, ExportManifest::parse);
            MessageDigest sha256 = Hash.digest();
            long length = digest(file, sha256);
            List<String> faults = read.faults(length, Hash.of(sha256.digest()));
            includes(read.event(), read.proof(), faults, chain, findings);
            if (findings.isValid()) {
                findings.holds(
                        "The file has the %s bytes whose SHA-256 that event recorded.".formatted(number(length)));
            }
        });
    }

    /**
     * Whether a dump of the log, from position 0 on, is what the log signed. With several checkpoints a difference is
     * found between two of them.
     *
     * @param dump lines of the event stream
     * @param checkpoints one or more, in any order
     */
    public Verdict dump(Path dump, List<Path> checkpoints) {
        return verdict((chain, findings) -> {
            try (InputStream in = Files.newInputStream(dump)) {
                dump(in, Files.size(dump), checkpoints, chain, findings);
            } catch (IOException e) {
                throw new GivenFile(dump).unreadable(e);
            }
        });
    }

    /** The same for a dump that comes from elsewhere; it is read to its end and not closed. */
    public Verdict dump(InputStream dump, List<Path> checkpoints) {
        return verdict((chain, findings) -> {
            try {
                dump(dump, Progress.UNKNOWN, checkpoints, chain, findings);
            } catch (IOException e) {
                throw new UnusableException("The dump cannot be read: %s.".formatted(e.getMessage()), e);
            }
        });
    }

    /**
     * Whether of two checkpoints the larger one grew out of the smaller one.
     *
     * @param proof a consistency proof, one hash in base64 on each line; it may be left out for trees of one size
     */
    public Verdict consistency(Path one, Path other, Optional<Path> proof) {
        return verdict((chain, findings) -> {
            List<SignedCheckpoint> both = List.of(signedCheckpoint(one), signedCheckpoint(other));
            requireOneOrigin(both);
            both.forEach(checkpoint -> trust(checkpoint, chain, findings));
            List<Hash> path =
                    proof.isEmpty() ? List.of() : new GivenFile(proof.get()).read(SignedNote.LONGEST, HashLines::parse);
            List<Checkpoint> bySize = both.stream()
                    .map(SignedCheckpoint::checkpoint)
                    .sorted(Comparator.comparingLong(Checkpoint::size))
                    .toList();
            consistent(bySize.getFirst(), bySize.getLast(), path, findings);
        });
    }

    private static void consistent(Checkpoint earlier, Checkpoint later, List<Hash> path, Findings findings) {
        if (new ConsistencyProof(earlier.size(), later.size(), path).proves(earlier.root(), later.root())) {
            findings.holds("The tree of %s events begins with the tree of %s events; nothing of it was changed."
                    .formatted(number(later.size()), number(earlier.size())));
        } else if (earlier.size() == later.size() && !earlier.root().equals(later.root())) {
            findings.fails("There are two trees of size %s with different roots: the log has shown different histories."
                    .formatted(number(earlier.size())));
        } else if (path.isEmpty() && earlier.size() < later.size()) {
            throw new UnusableException("Trees of different sizes are compared by a proof; give it with --proof.");
        } else {
            findings.fails("The proof does not show that the tree of %s events begins with the tree of %s events."
                    .formatted(number(later.size()), number(earlier.size())));
        }
    }

    private void dump(InputStream dump, long length, List<Path> paths, KeyChain chain, Findings findings)
            throws IOException {
        List<SignedCheckpoint> checkpoints = new ArrayList<>();
        for (Path path : paths) {
            checkpoints.add(signedCheckpoint(path));
        }
        requireOneOrigin(checkpoints);
        checkpoints.forEach(checkpoint -> trust(checkpoint, chain, findings));
        if (!findings.isValid()) {
            return;
        }
        String origin = checkpoints.getFirst().checkpoint().origin();
        chain.followed().stream()
                .filter(checkpoint -> checkpoint.checkpoint().origin().equals(origin))
                .forEach(checkpoints::add);
        try {
            new DumpCheck(checkpoints.stream().map(SignedCheckpoint::checkpoint).toList(), findings, progress)
                    .check(dump, length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusableException("The check was interrupted.", e);
        }
    }

    private static void includes(
            EventLine event, TlogProof proof, List<String> faults, KeyChain chain, Findings findings) {
        EventEntry entry = event.entry();
        for (String fault : faults) {
            findings.fails("At position %s %s.".formatted(number(entry.position()), fault));
        }
        trust(proof.checkpoint(), chain, findings);
        if (proof.index() != entry.position()) {
            findings.fails("The event is at position %s, the proof is for position %s."
                    .formatted(number(entry.position()), number(proof.index())));
        } else if (!proof.leadsToCheckpoint(entry.leaf())) {
            findings.fails(
                    "At position %s the proof does not lead from this event to the checkpoint's root: the log has another event there, or the proof is of another checkpoint."
                            .formatted(number(entry.position())));
        } else if (findings.isValid()) {
            findings.holds("The event at position %s, %s of stream %s, is in the log."
                    .formatted(number(entry.position()), entry.type(), entry.stream()));
        }
    }

    private static void trust(SignedCheckpoint signed, KeyChain chain, Findings findings) {
        TlogPolicy policy = chain.policy();
        try {
            TrustedCheckpoint trusted = policy.trust(signed);
            Checkpoint checkpoint = trusted.checkpoint();
            findings.holds("The checkpoint over %s events is signed by %s (key %s)."
                    .formatted(
                            number(checkpoint.size()),
                            checkpoint.origin(),
                            trusted.log().id()));
            findings.holds(witnesses(trusted, policy));
        } catch (UntrustedException e) {
            findings.fails("The checkpoint over %s events is not to be trusted: %s."
                    .formatted(number(signed.checkpoint().size()), e.getMessage()));
            if (e.reason() == UntrustedException.Reason.NOT_SIGNED_BY_LOG) {
                findings.fails(signedByOthers(signed));
            }
        }
    }

    /** Who trusts only an older key has to be told of the younger one. */
    private static String signedByOthers(SignedCheckpoint signed) {
        String origin = signed.checkpoint().origin();
        String ids = signed.note().signatures().stream()
                .filter(signature -> signature.name().value().equals(origin))
                .map(signature -> signature.keyId().toString())
                .distinct()
                .collect(Collectors.joining(", "));
        return ids.isEmpty()
                ? "Nobody has signed it in the name of " + origin + "."
                : "In its name it is signed with key " + ids
                        + ". If the log was given that key later, what GET /api/v1/audit/rotations answers, given with --rotations, leads from the key that you trust to that one.";
    }

    private static String witnesses(TrustedCheckpoint trusted, TlogPolicy policy) {
        if (trusted.cosignatures().isEmpty()) {
            return "No known witness co-signed it, and the policy asks for none: it rests on the word of the log alone.";
        }
        return trusted.cosignatures().stream()
                .map(Verifier::inWords)
                .collect(Collectors.joining(
                        ", ",
                        String.format(
                                Locale.ROOT,
                                "%d of %d known witnesses co-signed it: ",
                                trusted.cosignatures().size(),
                                policy.witnesses().size()),
                        "."));
    }

    private static String inWords(Cosignature cosignature) {
        try {
            return "%s at %s".formatted(cosignature.witness().name(), Instant.ofEpochSecond(cosignature.time()));
        } catch (DateTimeException e) {
            return "%s at a time beyond all calendars"
                    .formatted(cosignature.witness().name());
        }
    }

    private static void requireOneOrigin(List<SignedCheckpoint> checkpoints) {
        if (checkpoints.isEmpty()) {
            throw new UnusableException("There is no checkpoint to check against.");
        }
        HashSet<String> origins = new HashSet<>();
        checkpoints.forEach(signed -> origins.add(signed.checkpoint().origin()));
        if (origins.size() > 1) {
            throw new UnusableException("The checkpoints are of different logs.");
        }
    }

    private static SignedCheckpoint signedCheckpoint(Path path) {
        return new GivenFile(path).read(SignedNote.LONGEST, SignedCheckpoint::parse);
    }

    private long digest(Path file, MessageDigest sha256) {
        byte[] buffer = new byte[1 << 16];
        long length = 0;
        try (InputStream in = Files.newInputStream(file)) {
            long expected = Files.size(file);
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
                length += read;
                progress.read(length, expected);
            }
        } catch (IOException e) {
            throw new GivenFile(file).unreadable(e);
        }
        return length;
    }

    private Verdict verdict(Check check) {
        Findings findings = new Findings();
        try {
            KeyChain chain = new KeyChain(given, findings);
            rotations.ifPresent(
                    file -> chain.follow(new GivenFile(file).read(KeyRotation.LONGEST, KeyRotation::parse)));
            check.run(chain, findings);
        } catch (UnusableException e) {
            findings.cannotBeChecked(e.getMessage());
        }
        return findings.verdict();
    }

    @FunctionalInterface
    private interface Check {
        void run(KeyChain chain, Findings findings);
    }
}
