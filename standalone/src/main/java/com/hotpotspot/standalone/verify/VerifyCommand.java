package com.hotpotspot.standalone.verify;

import com.hotpotspot.verifier.check.Progress;
import com.hotpotspot.verifier.check.UnusableException;
import com.hotpotspot.verifier.check.Verdict;
import com.hotpotspot.verifier.check.Verifier;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The subcommand {@code verify}: what a regulator, an auditor or a competitor can check for themselves. */
@Command(
        name = "verify",
        description = {
            "Checks what the audit log published, by itself and offline.",
            "It needs nothing but files: no network, no database, no word of whom is checked.",
            "The verdict comes in words, and progress of what takes long on standard error."
        },
        exitCodeListHeading = VerifyCommand.EXIT_CODES,
        exitCodeList = {VerifyCommand.VALID, VerifyCommand.INVALID, VerifyCommand.UNUSABLE},
        footerHeading = VerifyCommand.EXAMPLES,
        footer = {
            "  hotpotspot verify checkpoint --checkpoint checkpoint --policy trusted.policy",
            "  hotpotspot verify dump --dump events.ndjson --checkpoint checkpoint \\",
            "        --log \"$(cat log.key)\" --witness \"$(cat w.key)\"",
            "",
            "Each of the checks has a --help of its own."
        })
public final class VerifyCommand implements Callable<Integer> {

    static final String EXIT_CODES = "%nExit codes:%n";
    static final String VALID = "0:valid";
    static final String INVALID = "1:invalid: not what the log signed, or the checkpoint is not trusted";
    static final String UNUSABLE = "2:nothing can be said: a file or the options cannot be used";
    static final String EXAMPLES = "%nExamples:%n";

    /** What fails in an unforeseen way must not look like a verdict. */
    private static final int UNFORESEEN = 2;

    private static final String CHECKPOINT = "--checkpoint";
    private static final String STANDARD_INPUT = "-";

    private final InputStream standardInput;

    @Spec
    private @Nullable CommandSpec spec;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "show this help and end")
    private boolean help;

    public VerifyCommand() {
        this(System.in);
    }

    VerifyCommand(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                commandLine(), "One of checkpoint, proof, export, dump and consistency must be given");
    }

    @Command(
            name = "checkpoint",
            description = "Checks whether the log and enough of its witnesses signed a checkpoint.",
            exitCodeOnExecutionException = UNFORESEEN,
            footer = {
                "  hotpotspot verify checkpoint --checkpoint checkpoint --log \"$(cat log.key)\"",
                "  hotpotspot verify checkpoint --checkpoint checkpoint --policy trusted.policy"
            })
    int checkpoint(
            @Option(
                            names = CHECKPOINT,
                            required = true,
                            paramLabel = "FILE",
                            description = "what GET /checkpoint answered")
                    Path checkpoint,
            @Mixin TrustOptions trust) {
        return judged(trust, verifier -> verifier.checkpoint(checkpoint));
    }

    @Command(
            name = "proof",
            description = "Checks whether an event is in the log, just as it is and where it says.",
            exitCodeOnExecutionException = UNFORESEEN,
            footer = {
                "  hotpotspot verify proof --event 42.json --proof 42.tlog-proof \\",
                "        --log \"$(cat log.key)\""
            })
    int proof(
            @Option(
                            names = "--event",
                            required = true,
                            paramLabel = "FILE",
                            description = "its line of GET /api/v1/events")
                    Path event,
            @Option(
                            names = "--proof",
                            required = true,
                            paramLabel = "FILE",
                            description = "what GET /api/v1/audit/proofs/POSITION answered")
                    Path proof,
            @Mixin TrustOptions trust) {
        return judged(trust, verifier -> verifier.proof(event, proof));
    }

    @Command(
            name = "export",
            description = "Checks whether a file is to the byte what the log recorded as exported.",
            exitCodeOnExecutionException = UNFORESEEN,
            footer = {
                "  hotpotspot verify export --file sales.csv --manifest sales.csv.manifest \\",
                "        --policy trusted.policy"
            })
    int export(
            @Option(names = "--file", required = true, paramLabel = "FILE", description = "what was exported")
                    Path file,
            @Option(
                            names = "--manifest",
                            required = true,
                            paramLabel = "FILE",
                            description = "the event that recorded it, and its proof")
                    Path manifest,
            @Mixin TrustOptions trust) {
        return judged(trust, verifier -> verifier.export(file, manifest));
    }

    @Command(
            name = "dump",
            description = {
                "Checks whether all events, from position 0 on, are what the log signed.",
                "None may be missing, changed, added or moved, and the tree over them must have",
                "the root of each checkpoint. Checkpoints of several ages narrow down the place",
                "of a difference."
            },
            exitCodeOnExecutionException = UNFORESEEN,
            footer = {
                "  hotpotspot verify dump --dump events.ndjson --checkpoint checkpoint \\",
                "        --log \"$(cat log.key)\"",
                "  zcat events.ndjson.gz | hotpotspot verify dump --dump - \\",
                "        --checkpoint last-year --checkpoint today --policy trusted.policy"
            })
    int dump(
            @Option(
                            names = "--dump",
                            required = true,
                            paramLabel = "FILE|-",
                            description = "what GET /api/v1/events?from=0 answered; - for standard input")
                    Path dump,
            @Option(
                            names = CHECKPOINT,
                            required = true,
                            paramLabel = "FILE",
                            description = "what GET /checkpoint answered, now or ever; may be given more than once")
                    List<Path> checkpoints,
            @Mixin TrustOptions trust) {
        return judged(
                trust,
                verifier -> dump.toString().equals(STANDARD_INPUT)
                        ? verifier.dump(standardInput, checkpoints)
                        : verifier.dump(dump, checkpoints));
    }

    @Command(
            name = "consistency",
            description = "Checks whether a checkpoint grew out of an earlier one.",
            exitCodeOnExecutionException = UNFORESEEN,
            footer = {
                "  hotpotspot verify consistency --checkpoint yesterday --checkpoint today \\",
                "        --proof hashes --log \"$(cat log.key)\""
            })
    int consistency(
            @Option(
                            names = CHECKPOINT,
                            required = true,
                            paramLabel = "FILE",
                            description = "what GET /checkpoint answered; given twice, in whatever order")
                    List<Path> checkpoints,
            @Option(
                            names = "--proof",
                            paramLabel = "FILE",
                            description =
                                    "the consistency proof, a hash in base64 on each line; none if sizes are equal")
                    @Nullable
                    Path proof,
            @Mixin TrustOptions trust) {
        if (checkpoints.size() != 2) {
            throw new ParameterException(
                    commandLine().getSubcommands().get("consistency"), "--checkpoint must be given twice");
        }
        return judged(
                trust,
                verifier -> verifier.consistency(checkpoints.get(0), checkpoints.get(1), Optional.ofNullable(proof)));
    }

    private int judged(TrustOptions trust, Function<Verifier, Verdict> check) {
        PrintWriter out = commandLine().getOut();
        Verdict verdict = verdict(trust, check);
        out.print(verdict);
        out.flush();
        return verdict.outcome().exitCode();
    }

    private Verdict verdict(TrustOptions trust, Function<Verifier, Verdict> check) {
        PrintWriter err = commandLine().getErr();
        Progress progress = new Progress(line -> {
            err.println(line);
            err.flush();
        });
        try {
            return check.apply(new Verifier(trust.policy(), trust.rotations(), progress));
        } catch (UnusableException e) {
            return Verdict.unusable(e);
        }
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
