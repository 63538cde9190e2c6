package com.hotpotspot.standalone.keystore;

import com.hotpotspot.command.receipt.ClaimCodes;
import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.KeystoreException;
import com.hotpotspot.keystore.Passphrase;
import com.hotpotspot.keystore.Secret;
import com.hotpotspot.keystore.SecretName;
import com.hotpotspot.keystore.SecretVersion;
import com.hotpotspot.query.audit.LogName;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSigner;
import com.hotpotspot.tlog.note.VerifierKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The subcommand {@code keystore}: one sealed file, and what an operator does with it. */
@Command(
        name = "keystore",
        description = {
            "Makes the sealed file of the network's secrets, changes its passphrase, adds keys, or tells what it holds.",
            "Without a passphrase file it asks on the console."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:refused, and nothing was changed", "2:the options make no sense"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  hotpotspot keystore create --file keystore",
            "  hotpotspot keystore passphrase --file keystore --new-passphrase-file new.passphrase",
            "  hotpotspot keystore rotate --file keystore --passphrase-file keystore.passphrase",
            "  hotpotspot keystore list --file keystore --passphrase-file keystore.passphrase"
        })
public final class KeystoreCommand implements Callable<Integer> {

    private static final int REFUSED = 1;
    private static final int ED25519_SEED_BYTES = 32;
    private static final String PASSPHRASE_FILE = "--passphrase-file";
    private static final String NEW_PASSPHRASE_FILE = "--new-passphrase-file";

    private final Prompt prompt;

    @Spec
    private @Nullable CommandSpec spec;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "show this help and end")
    private boolean help;

    public KeystoreCommand() {
        this(Prompt.console());
    }

    KeystoreCommand(Prompt prompt) {
        this.prompt = prompt;
    }

    @Override
    public Integer call() {
        throw new ParameterException(commandLine(), "One of create, passphrase, rotate and list must be given");
    }

    @Command(
            name = "create",
            description = "Makes a new keystore with the secrets that a network needs from its first sale on.")
    int create(
            @Option(names = "--file", required = true, paramLabel = "FILE", description = "the keystore to make")
                    Path file,
            @Option(names = PASSPHRASE_FILE, paramLabel = "FILE", description = "holds its passphrase") @Nullable
                    Path passphraseFile) {
        return refusing(() -> {
            try (Passphrase passphrase = chosen(passphraseFile, PASSPHRASE_FILE, "Passphrase");
                    Keystore keystore = Keystore.create(file, passphrase)) {
                ClaimCodes.makeSecretIn(keystore);
            }
            say("Made the keystore " + file + ". Keep copies of it, and its passphrase elsewhere.");
        });
    }

    @Command(name = "passphrase", description = "Seals a keystore anew under another passphrase.")
    int passphrase(
            @Option(names = "--file", required = true, paramLabel = "FILE", description = "the keystore") Path file,
            @Option(names = PASSPHRASE_FILE, paramLabel = "FILE", description = "holds its passphrase until now")
                    @Nullable
                    Path passphraseFile,
            @Option(names = NEW_PASSPHRASE_FILE, paramLabel = "FILE", description = "holds its passphrase from now on")
                    @Nullable
                    Path newPassphraseFile) {
        return refusing(() -> {
            try (Passphrase passphrase = known(passphraseFile);
                    Keystore keystore = Keystore.open(file, passphrase);
                    Passphrase next = chosen(newPassphraseFile, NEW_PASSPHRASE_FILE, "New passphrase")) {
                keystore.changePassphrase(next);
            }
            say("The keystore " + file + " has another passphrase now. Older copies of it still have the former one.");
        });
    }

    @Command(name = "list", description = "Tells the names and versions of the secrets in a keystore, never more.")
    int list(
            @Option(names = "--file", required = true, paramLabel = "FILE", description = "the keystore") Path file,
            @Option(names = PASSPHRASE_FILE, paramLabel = "FILE", description = "holds its passphrase") @Nullable
                    Path passphraseFile) {
        return refusing(() -> {
            try (Passphrase passphrase = known(passphraseFile);
                    Keystore keystore = Keystore.open(file, passphrase)) {
                for (SecretVersion secret : keystore.list()) {
                    say(String.format(Locale.ROOT, "%-20s version %d", secret.name(), secret.version()));
                }
            }
        });
    }

    @Command(
            name = "rotate",
            description = {
                "Adds a new key for the checkpoints of the audit log, and tells the key that verifies them.",
                "The query side signs with it from its next start on."
            })
    int rotate(
            @Option(
                            names = "--network",
                            paramLabel = "NAME",
                            defaultValue = "hotpotspot.example",
                            description = "the network's name in the audit log (hotpotspot.audit.network);"
                                    + " ${DEFAULT-VALUE} by default")
                    String network,
            @Option(names = "--file", required = true, paramLabel = "FILE", description = "the keystore") Path file,
            @Option(names = PASSPHRASE_FILE, paramLabel = "FILE", description = "holds its passphrase") @Nullable
                    Path passphraseFile) {
        KeyName log = logOf(network);
        return refusing(() -> {
            try (Passphrase passphrase = known(passphraseFile);
                    Keystore keystore = Keystore.open(file, passphrase)) {
                byte[] seed = new byte[ED25519_SEED_BYTES];
                new SecureRandom().nextBytes(seed);
                Secret added = keystore.rotate(SecretName.AUDIT, seed);
                VerifierKey verifier = NoteSigner.ofLog(log, seed).verifierKey();
                Arrays.fill(seed, (byte) 0);
                say(String.format(
                        Locale.ROOT,
                        "The keystore %s has version %d of the audit key. Restart the query side, which tells the log of it.",
                        file,
                        added.version()));
                say("Give witnesses before that, as a second --log: " + verifier);
            }
        });
    }

    private KeyName logOf(String network) {
        try {
            return LogName.of(network);
        } catch (FormatException e) {
            throw new ParameterException(commandLine(), "--network cannot be used: " + e.getMessage(), e);
        }
    }

    private int refusing(Runnable work) {
        try {
            work.run();
            return CommandLine.ExitCode.OK;
        } catch (KeystoreException | PassphrasesDifferException e) {
            PrintWriter err = commandLine().getErr();
            err.println("Error: " + e.getMessage());
            err.flush();
            return REFUSED;
        }
    }

    private Passphrase known(@Nullable Path file) {
        return file == null ? asked("Passphrase", PASSPHRASE_FILE) : Passphrase.readFrom(file);
    }

    /** A new one is asked for twice, for nobody sees what was typed. */
    private Passphrase chosen(@Nullable Path file, String option, String what) {
        if (file != null) {
            return Passphrase.readFrom(file);
        }
        Passphrase first = asked(what, option);
        try (Passphrase second = asked(what + " again", option)) {
            if (!first.sameAs(second)) {
                first.close();
                throw new PassphrasesDifferException();
            }
        }
        return first;
    }

    private Passphrase asked(String what, String option) {
        return prompt.ask(what + ": ")
                .orElseThrow(() -> new ParameterException(
                        commandLine(), "There is no console to ask on; name a file with " + option));
    }

    private void say(String line) {
        PrintWriter out = commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private static final class PassphrasesDifferException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PassphrasesDifferException() {
            super("The two passphrases differ");
        }
    }
}
