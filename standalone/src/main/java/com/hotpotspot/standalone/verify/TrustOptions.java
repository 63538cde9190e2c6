package com.hotpotspot.standalone.verify;

import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import com.hotpotspot.verifier.check.Trust;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every check asks of who checks: whom to believe. */
@Command(
        exitCodeListHeading = VerifyCommand.EXIT_CODES,
        exitCodeList = {VerifyCommand.VALID, VerifyCommand.INVALID, VerifyCommand.UNUSABLE},
        footerHeading = VerifyCommand.EXAMPLES)
final class TrustOptions {

    @ArgGroup(exclusive = true, multiplicity = "1", heading = "%nWhom to trust:%n")
    private @Nullable Trusted trusted;

    @Option(
            names = "--rotations",
            paramLabel = "FILE",
            description =
                    "how the log's key was followed by others, as GET /api/v1/audit/rotations answered it; who trusts an older key comes to trust the younger ones")
    private @Nullable Path rotations;

    Optional<Path> rotations() {
        return Optional.ofNullable(rotations);
    }

    /** @throws com.hotpotspot.verifier.check.UnusableException if what was given makes no policy */
    TlogPolicy policy() {
        Trusted given = Objects.requireNonNull(trusted);
        return given.keys == null ? Trust.inFile(Objects.requireNonNull(given.policy)) : given.keys.policy();
    }

    private static final class Trusted {

        @Option(
                names = "--policy",
                required = true,
                paramLabel = "FILE",
                description = "a policy as c2sp.org/tlog-policy has it")
        private @Nullable Path policy;

        @ArgGroup(exclusive = false, multiplicity = "1")
        private @Nullable Keys keys;
    }

    private static final class Keys {

        @Option(
                names = "--log",
                required = true,
                paramLabel = "KEY",
                description = "the verifier key of the log, as GET /api/v1/audit/verifier-key answered it")
        private List<String> logs = new ArrayList<>();

        @Option(names = "--witness", paramLabel = "KEY", description = "the verifier key of a witness")
        private List<String> witnesses = new ArrayList<>();

        @Option(
                names = "--quorum",
                paramLabel = "NUMBER",
                description = "how many of the witnesses must have co-signed; more than two thirds by default")
        private @Nullable Integer quorum;

        TlogPolicy policy() {
            return Trust.inKeys(logs, witnesses, quorum == null ? OptionalInt.empty() : OptionalInt.of(quorum));
        }
    }
}
