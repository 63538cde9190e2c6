package com.hotpotspot.verifier.check;

import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The verifier as a program of its own, for those who have nothing of ours but this jar. */
public final class Verify {

    private static final String USAGE = """
            usage: verify <what> <trust>

            what:
              checkpoint  --checkpoint FILE
              proof       --event FILE --proof FILE
              export      --file FILE --manifest FILE
              dump        --dump FILE|- --checkpoint FILE [--checkpoint FILE]...
              consistency --checkpoint FILE --checkpoint FILE [--proof FILE]

            trust:
              --policy FILE                                   a c2sp.org/tlog-policy
              --log KEY [--witness KEY]... [--quorum NUMBER]  verifier keys; without a number more than
                                                              two thirds of the witnesses must co-sign
              with either: --rotations FILE                   how the log's key was followed by others

            exit code: 0 valid, 1 invalid, 2 unusable input
            """;

    private static final Set<String> OPTIONS = Set.of(
            "checkpoint",
            "event",
            "proof",
            "file",
            "manifest",
            "dump",
            "policy",
            "log",
            "witness",
            "quorum",
            "rotations");

    private static final Set<String> KEYS = Set.of("log", "witness", "quorum");

    private Verify() {}

    /** Ends the process with the verdict's exit code. */
    public static void main(String[] arguments) {
        int exitCode = Verdict.Outcome.UNUSABLE.exitCode();
        try {
            exitCode = run(arguments, System.in, System.out, System.err);
        } finally {
            // Even after a failure of ours: the platform's code for that, 1, would be a verdict.
            System.exit(exitCode);
        }
    }

    /** Prints the verdict on {@code out}, progress and usage on {@code err}, and answers the exit code. */
    static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
        Verdict verdict;
        try {
            verdict = verdict(arguments, in, err);
        } catch (UnusableException e) {
            err.println(USAGE);
            verdict = Verdict.unusable(e);
        }
        out.print(verdict);
        return verdict.outcome().exitCode();
    }

    private static Verdict verdict(String[] arguments, InputStream in, PrintStream err) {
        if (arguments.length == 0) {
            throw new UnusableException("It is not said what to verify.");
        }
        Options options = Options.of(List.of(arguments).subList(1, arguments.length));
        Verifier verifier = new Verifier(
                policy(options),
                options.has("rotations") ? Optional.of(options.file("rotations")) : Optional.empty(),
                new Progress(err::println));
        Verdict verdict = switch (arguments[0]) {
            case "checkpoint" -> verifier.checkpoint(options.file("checkpoint"));
            case "proof" -> verifier.proof(options.file("event"), options.file("proof"));
            case "export" -> verifier.export(options.file("file"), options.file("manifest"));
            case "dump" -> dump(verifier, options, in);
            case "consistency" -> consistency(verifier, options);
            default -> throw new UnusableException("There is nothing called that to verify.");
        };
        return verdict;
    }

    private static Verdict dump(Verifier verifier, Options options, InputStream in) {
        List<Path> checkpoints = options.files("checkpoint");
        return options.text("dump").equals("-")
                ? verifier.dump(in, checkpoints)
                : verifier.dump(options.file("dump"), checkpoints);
    }

    private static Verdict consistency(Verifier verifier, Options options) {
        List<Path> both = options.files("checkpoint");
        if (both.size() != 2) {
            throw new UnusableException("Consistency is between two checkpoints.");
        }
        return verifier.consistency(
                both.get(0), both.get(1), options.files("proof").stream().findFirst());
    }

    private static TlogPolicy policy(Options options) {
        boolean inKeys = KEYS.stream().anyMatch(options::has);
        if (options.has("policy") == inKeys) {
            throw new UnusableException("It must be said whom to trust, either with --policy or with --log.");
        }
        return inKeys
                ? Trust.inKeys(options.all("log"), options.all("witness"), options.number("quorum"))
                : Trust.inFile(options.file("policy"));
    }

    private record Options(Map<String, List<String>> values) {

        static Options of(List<String> arguments) {
            Map<String, List<String>> values = new HashMap<>();
            for (int i = 0; i < arguments.size(); i += 2) {
                String name = arguments.get(i);
                if (!name.startsWith("--") || !OPTIONS.contains(name.substring(2)) || i + 1 == arguments.size()) {
                    throw new UnusableException("%s is no option, or lacks its value.".formatted(name));
                }
                values.computeIfAbsent(name.substring(2), ignored -> new ArrayList<>())
                        .add(arguments.get(i + 1));
            }
            return new Options(values);
        }

        boolean has(String name) {
            return values.containsKey(name);
        }

        List<String> all(String name) {
            return values.getOrDefault(name, List.of());
        }

        String text(String name) {
            List<String> all = all(name);
            if (all.size() != 1) {
                throw new UnusableException("--%s must be given once.".formatted(name));
            }
            return all.getFirst();
        }

        Path file(String name) {
            return path(text(name));
        }

        List<Path> files(String name) {
            return all(name).stream().map(Options::path).toList();
        }

        OptionalInt number(String name) {
            if (!has(name)) {
                return OptionalInt.empty();
            }
            try {
                return OptionalInt.of(Integer.parseInt(text(name)));
            } catch (NumberFormatException e) {
                throw new UnusableException("--%s must be a number.".formatted(name), e);
            }
        }

        private static Path path(String text) {
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new UnusableException("A file's name cannot be one on this machine.", e);
            }
        }
    }
}
