package com.hotpotspot.tlog.checkpoint;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.note.InvalidSignatureException;
import com.hotpotspot.tlog.note.SignatureType;
import com.hotpotspot.tlog.note.VerifiedSignature;
import com.hotpotspot.tlog.note.VerifierKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whom to believe: logs, witnesses, and which witnesses must have co-signed (c2sp.org/tlog-policy). Who checks chooses
 * it; it must never come from whom is checked.
 */
public final class TlogPolicy {

    /** Of a policy file, in bytes. */
    public static final int LONGEST = 1_000_000;

    private final List<VerifierKey> logs;
    private final List<VerifierKey> witnesses;
    private final Quorum quorum;

    TlogPolicy(List<VerifierKey> logs, List<VerifierKey> witnesses, Quorum quorum) {
        requireDistinct(logs, SignatureType.ED25519, "log");
        requireDistinct(witnesses, SignatureType.COSIGNATURE, "witness");
        this.logs = List.copyOf(logs);
        this.witnesses = List.copyOf(witnesses);
        this.quorum = quorum;
    }

    /**
     * A policy that wants any {@code threshold} of the witnesses.
     *
     * @param threshold 0 if the log's own signature is enough
     * @throws FormatException if a key is not of the type that logs or witnesses sign with or is there twice, or the
     *     threshold is not between 0 and the number of witnesses
     */
    public static TlogPolicy of(List<VerifierKey> logs, List<VerifierKey> witnesses, int threshold) {
        FormatException.unless(
                threshold >= 0 && threshold <= witnesses.size(), "a quorum is between 0 and the number of witnesses");
        return new TlogPolicy(
                logs,
                witnesses,
                threshold == 0
                        ? new Quorum.None()
                        : new Quorum.Group(
                                threshold,
                                witnesses.stream()
                                        .<Quorum>map(Quorum.Witness::new)
                                        .toList()));
    }

    /**
     * Reads a policy file.
     *
     * @throws FormatException if it is not one, or names a key of a type that is not supported
     */
    public static TlogPolicy parse(byte[] file) {
        return new TlogPolicyReader().read(file);
    }

    /**
     * The same policy with one more key of a log.
     *
     * @throws FormatException if that is no key that a log signs with, or it is there already
     */
    public TlogPolicy withLog(VerifierKey log) {
        List<VerifierKey> all = new ArrayList<>(logs);
        all.add(log);
        return new TlogPolicy(all, witnesses, quorum);
    }

    /** The known logs. */
    public List<VerifierKey> logs() {
        return logs;
    }

    /** The known witnesses. */
    public List<VerifierKey> witnesses() {
        return witnesses;
    }

    /** Whether a checkpoint without any cosignature would be believed. */
    public boolean asksForNoWitness() {
        return quorum instanceof Quorum.None;
    }

    /**
     * Believes a checkpoint if the log of its origin signed it, no signature of a known key is invalid, and the
     * witnesses who co-signed reach the quorum. What a time is worth is left to the caller.
     *
     * @throws UntrustedException if not
     */
    public TrustedCheckpoint trust(SignedCheckpoint signed) {
        Checkpoint checkpoint = signed.checkpoint();
        List<VerifierKey> ofOrigin = logs.stream()
                .filter(log -> log.name().value().equals(checkpoint.origin()))
                .toList();
        if (ofOrigin.isEmpty()) {
            throw new UntrustedException(
                    UntrustedException.Reason.UNKNOWN_LOG,
                    "the checkpoint is of %s, which is no known log".formatted(checkpoint.origin()));
        }
        VerifierKey log = verified(signed, ofOrigin).stream()
                .map(VerifiedSignature::key)
                .findFirst()
                .orElseThrow(() -> new UntrustedException(
                        UntrustedException.Reason.NOT_SIGNED_BY_LOG,
                        "the checkpoint is not signed with a known key of %s".formatted(checkpoint.origin())));
        Map<VerifierKey, Cosignature> cosignatures = cosignatures(signed);
        if (!quorum.isReachedBy(cosignatures.keySet())) {
            throw new UntrustedException(
                    UntrustedException.Reason.QUORUM_NOT_REACHED,
                    String.format(
                            Locale.ROOT,
                            "%d of %d known witnesses co-signed the checkpoint, but the policy asks for %s",
                            cosignatures.size(),
                            witnesses.size(),
                            quorum.inWords()));
        }
        return new TrustedCheckpoint(checkpoint, log, new ArrayList<>(cosignatures.values()));
    }

    private Map<VerifierKey, Cosignature> cosignatures(SignedCheckpoint signed) {
        Map<VerifierKey, Cosignature> cosignatures = new LinkedHashMap<>();
        for (VerifiedSignature verified : verified(signed, witnesses)) {
            Cosignature cosignature =
                    new Cosignature(verified.key(), verified.signature().time().orElseThrow());
            cosignatures.merge(verified.key(), cosignature, (a, b) -> a.time() >= b.time() ? a : b);
        }
        return cosignatures;
    }

    private static List<VerifiedSignature> verified(SignedCheckpoint signed, List<VerifierKey> known) {
        try {
            return signed.note().verifiedBy(known);
        } catch (InvalidSignatureException e) {
            throw new UntrustedException(UntrustedException.Reason.INVALID_SIGNATURE, e.getMessage(), e);
        }
    }

    private static void requireDistinct(List<VerifierKey> keys, SignatureType type, String role) {
        for (int i = 0; i < keys.size(); i++) {
            VerifierKey key = keys.get(i);
            FormatException.unless(
                    key.type() == type, "a key is not of the type that a %s signs with here".formatted(role));
            FormatException.unless(
                    keys.subList(0, i).stream().noneMatch(key::hasPublicKeyOf), "a %s is named twice".formatted(role));
        }
    }
}
