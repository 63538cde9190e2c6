package com.hotpotspot.verifier.check;

import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.note.VerifierKey;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** Whom to believe, as it is said on a command line: by a policy file, or key by key. */
public final class Trust {

    private Trust() {}

    /**
     * What a file in the format of c2sp.org/tlog-policy says.
     *
     * @throws UnusableException if it cannot be read, or is no policy
     */
    public static TlogPolicy inFile(Path policy) {
        return new GivenFile(policy).read(TlogPolicy.LONGEST, TlogPolicy::parse);
    }

    /**
     * A policy that wants some number of the witnesses, whichever they are.
     *
     * @param logs verifier keys, one at least
     * @param witnesses verifier keys
     * @param quorum how many of the witnesses must have co-signed; empty for {@link #usualQuorum}
     * @throws UnusableException if a text is no verifier key, or they make no policy
     */
    public static TlogPolicy inKeys(List<String> logs, List<String> witnesses, OptionalInt quorum) {
        if (logs.isEmpty()) {
            throw new UnusableException("There is no key of a log to trust.");
        }
        try {
            return TlogPolicy.of(
                    keys(logs, "log"), keys(witnesses, "witness"), quorum.orElse(usualQuorum(witnesses.size())));
        } catch (FormatException e) {
            throw new UnusableException("These keys make no policy: %s.".formatted(e.getMessage()), e);
        }
    }

    /**
     * The quorum where none is named: floor(2n/3) + 1 of n witnesses, so that two quorums have more than a third of the
     * witnesses in common.
     */
    public static int usualQuorum(int witnesses) {
        return witnesses == 0 ? 0 : 2 * witnesses / 3 + 1;
    }

    private static List<VerifierKey> keys(List<String> texts, String role) {
        try {
            return texts.stream().map(VerifierKey::parse).toList();
        } catch (FormatException e) {
            throw new UnusableException("The key of a %s cannot be used: %s.".formatted(role, e.getMessage()), e);
        }
    }
}
