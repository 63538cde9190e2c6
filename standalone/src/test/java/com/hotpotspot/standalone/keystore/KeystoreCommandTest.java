package com.hotpotspot.standalone.keystore;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.Passphrase;
import com.hotpotspot.keystore.SecretName;
import com.hotpotspot.keystore.SecretVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class KeystoreCommandTest {

    private static final String ONE = "correct horse battery";
    private static final String ANOTHER = "another horse battery";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Deque<String> typed = new ArrayDeque<>();

    @TempDir
    Path directory;

    private Path file = Path.of("set before each test");

    @BeforeEach
    void aPlaceForIt() {
        file = directory.resolve("keystore");
    }

    @Test
    void createsAKeystoreReadyForTheFirstSale() throws IOException {
        assertThat(run("create", "--file", file, "--passphrase-file", passphraseFile(ONE)))
                .isZero();

        assertThat(secretsUnder(ONE)).containsExactly(new SecretVersion(SecretName.CLAIM_CODES, 1));
        assertThat(out.toString()).contains(file.toString());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void asksOnTheConsoleTwiceWhereNoFileIsNamed() {
        typed.addAll(List.of(ONE, ONE));

        assertThat(run("create", "--file", file)).isZero();

        assertThat(secretsUnder(ONE)).hasSize(1);
    }

    @Test
    void createsNothingWhenTheTwoDiffer() {
        typed.addAll(List.of(ONE, ANOTHER));

        assertThat(run("create", "--file", file)).isEqualTo(1);

        assertThat(err.toString()).isEqualToIgnoringNewLines("Error: The two passphrases differ");
        assertThat(file).doesNotExist();
    }

    @Test
    void createsNothingWhereThereIsSomething() throws IOException {
        Files.writeString(file, "something");

        assertThat(run("create", "--file", file, "--passphrase-file", passphraseFile(ONE)))
                .isEqualTo(1);

        assertThat(err.toString()).startsWith("Error: There is a file").doesNotContain("\tat ");
        assertThat(file).hasContent("something");
    }

    @Test
    void changesThePassphraseAndNothingElse() throws IOException {
        create();

        int code = run(
                "passphrase",
                "--file",
                file,
                "--passphrase-file",
                passphraseFile(ONE),
                "--new-passphrase-file",
                passphraseFile(ANOTHER));

        assertThat(code).isZero();
        assertThat(secretsUnder(ANOTHER)).hasSize(1);
        assertThat(run("list", "--file", file, "--passphrase-file", passphraseFile(ONE)))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("Error: The passphrase does not open");
    }

    @Test
    void asksForTheFormerPassphraseOnceAndForTheNewOneTwice() {
        create();
        typed.addAll(List.of(ONE, ANOTHER, ANOTHER));

        assertThat(run("passphrase", "--file", file)).isZero();

        assertThat(secretsUnder(ANOTHER)).hasSize(1);
    }

    @Test
    void listsNamesAndVersionsOnly() throws IOException {
        create();

        assertThat(run("list", "--file", file, "--passphrase-file", passphraseFile(ONE)))
                .isZero();

        assertThat(out.toString().lines()).containsExactly("claim-codes          version 1");
    }

    @Test
    void addsAnotherVersionOfTheAuditKeyAndShowsNothingOfIt() throws IOException {
        create();
        Path passphrase = passphraseFile(ONE);

        assertThat(run("rotate", "--file", file, "--passphrase-file", passphrase))
                .isZero();
        assertThat(run("rotate", "--file", file, "--passphrase-file", passphrase))
                .isZero();

        assertThat(secretsUnder(ONE))
                .extracting(Object::toString)
                .contains(
                        new SecretVersion(SecretName.AUDIT, 1).toString(),
                        new SecretVersion(SecretName.AUDIT, 2).toString());
        assertThat(out.toString().lines()).hasSize(4).element(2).asString().contains("version 2 of the audit key");
        assertThat(out.toString().lines())
                .last()
                .asString()
                .matches("Give witnesses .* --log: hotpotspot\\.example/audit\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]+");
    }

    @Test
    void addsNoKeyForALogThatCannotBeCalledSo() throws IOException {
        create();
        Path passphrase = passphraseFile(ONE);
        byte[] before = Files.readAllBytes(file);

        for (String network : List.of("a network", "hotpotspot.example/", "a+b")) {
            assertThat(run("rotate", "--file", file, "--passphrase-file", passphrase, "--network", network))
                    .as(network)
                    .isEqualTo(2);
        }

        assertThat(err.toString()).contains("--network cannot be used");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void saysWhatToNameWhereThereIsNoConsole() {
        assertThat(run("create", "--file", file)).isEqualTo(2);

        assertThat(err.toString()).contains("There is no console to ask on; name a file with --passphrase-file");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "create", "list --passphrase-file x", "passphrase", "forget --file x", "list --bogus"})
    void optionsThatMakeNoSenseGetTheUsage(String line) {
        assertThat(run((Object[]) (line.isEmpty() ? new String[0] : line.split(" "))))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Usage: keystore").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "create --help", "passphrase --help", "list -h"})
    void helpIsEverywhere(String line) {
        assertThat(run((Object[]) line.split(" "))).isZero();
        assertThat(out.toString()).contains("Usage: keystore");
    }

    private void create() {
        try (Passphrase passphrase = Passphrase.of(ONE.toCharArray());
                Keystore keystore = Keystore.create(file, passphrase)) {
            keystore.rotate(SecretName.CLAIM_CODES, new byte[] {1, 2, 3});
        }
    }

    private int run(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        Prompt prompt = question -> Optional.ofNullable(typed.poll()).map(text -> Passphrase.of(text.toCharArray()));
        return new CommandLine(new KeystoreCommand(prompt))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(texts);
    }

    private List<SecretVersion> secretsUnder(String text) {
        try (Passphrase passphrase = Passphrase.of(text.toCharArray());
                Keystore keystore = Keystore.open(file, passphrase)) {
            return keystore.list();
        }
    }

    private Path passphraseFile(String text) throws IOException {
        Path holds = Files.createTempFile(directory, "passphrase", "");
        Files.setPosixFilePermissions(holds, PosixFilePermissions.fromString("rw-------"));
        return Files.writeString(holds, text + '\n');
    }
}
