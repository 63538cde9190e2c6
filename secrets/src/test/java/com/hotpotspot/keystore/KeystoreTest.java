package com.hotpotspot.keystore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.keystore.KeystoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeystoreTest {

    private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
    private static final Passphrase PASSPHRASE = Passphrase.of("correct horse battery".toCharArray());
    private static final Passphrase ANOTHER = Passphrase.of("another horse battery".toCharArray());
    private static final byte[] SOMETHING = "something secret".getBytes(UTF_8);
    private static final byte[] SOMETHING_ELSE = "something else".getBytes(UTF_8);

    @TempDir
    Path directory;

    private Path file = Path.of("set before each test");

    @BeforeEach
    void aNewKeystore() {
        file = directory.resolve("keystore");
        Keystore.create(file, PASSPHRASE, CHEAP).close();
    }

    @Nested
    class Secrets {

        @Test
        void areMadeWhenFirstNeededAndKept() {
            try (Keystore keystore = open()) {
                assertThat(keystore.secret(SecretName.AUDIT)).isEmpty();

                Secret made = keystore.obtain(SecretName.AUDIT, SOMETHING::clone);

                assertThat(made.version()).isEqualTo(1);
                assertThat(made.bytes()).isEqualTo(SOMETHING);
            }
            try (Keystore later = open()) {
                Secret kept = later.obtain(SecretName.AUDIT, KeystoreTest::mustNotBeMade);
                assertThat(kept.bytes()).isEqualTo(SOMETHING);
            }
        }

        @Test
        void stayReadableWhenTheyAreRotated() {
            try (Keystore keystore = open()) {
                keystore.rotate(SecretName.AUDIT, SOMETHING);
                keystore.rotate(SecretName.AUDIT, SOMETHING_ELSE);
            }
            try (Keystore keystore = open()) {
                assertThat(keystore.secret(SecretName.AUDIT).orElseThrow().version())
                        .isEqualTo(2);
                assertThat(keystore.secret(SecretName.AUDIT, 1).orElseThrow().bytes())
                        .isEqualTo(SOMETHING);
                assertThat(keystore.secret(SecretName.AUDIT, 2).orElseThrow().bytes())
                        .isEqualTo(SOMETHING_ELSE);
                assertThat(keystore.secret(SecretName.AUDIT, 3)).isEmpty();
            }
        }

        @Test
        void areListedByNameAndVersionInOrder() {
            try (Keystore keystore = open()) {
                keystore.rotate(SecretName.MASTER, SOMETHING);
                for (int version = 1; version <= 11; version++) {
                    keystore.rotate(SecretName.AUDIT, SOMETHING);
                }
                keystore.rotate(new SecretName("of-a-newer-build"), SOMETHING);
            }
            try (Keystore keystore = open()) {
                assertThat(keystore.list()).hasSize(13).isSorted();
                assertThat(keystore.list().getFirst()).isEqualTo(new SecretVersion(SecretName.AUDIT, 1));
                assertThat(keystore.list().get(10)).isEqualTo(new SecretVersion(SecretName.AUDIT, 11));
                assertThat(keystore.secret(SecretName.AUDIT).orElseThrow().version())
                        .isEqualTo(11);
            }
        }

        @Test
        void areNeverShownAsText() throws IOException {
            try (Keystore keystore = open()) {
                Secret secret = keystore.rotate(SecretName.AUDIT, SOMETHING);

                assertThat(secret).hasToString("secret audit version 1");
                assertThat(keystore).hasToString("keystore " + file.toRealPath());
                assertThat(PASSPHRASE).hasToString("a passphrase");
                assertThat(new String(Files.readAllBytes(file), UTF_8)).doesNotContain("audit", "something");
            }
        }

        @Test
        void cannotBeChangedThroughWhatWasHandedOut() {
            try (Keystore keystore = open()) {
                byte[] given = SOMETHING.clone();
                Secret secret = keystore.rotate(SecretName.AUDIT, given);
                given[0]++;
                secret.bytes()[0]++;

                assertThat(secret.bytes()).isEqualTo(SOMETHING);
            }
        }

        @Test
        void areGoneWhenTheKeystoreIsClosed() {
            Keystore keystore = open();
            keystore.rotate(SecretName.AUDIT, SOMETHING);

            keystore.close();

            assertThat(keystore.list()).isEmpty();
        }
    }

    @Nested
    class Passphrases {

        @Test
        void openNothingElseThanTheirOwn() {
            assertRefused(Reason.WRONG_PASSPHRASE, () -> Keystore.open(file, ANOTHER));
        }

        @Test
        void canBeChanged() {
            try (Keystore keystore = open()) {
                keystore.rotate(SecretName.AUDIT, SOMETHING);

                keystore.changePassphrase(ANOTHER, CHEAP);

                keystore.rotate(SecretName.AUDIT, SOMETHING_ELSE);
            }
            assertRefused(Reason.WRONG_PASSPHRASE, KeystoreTest.this::open);
            try (Keystore keystore = Keystore.open(file, ANOTHER)) {
                assertThat(keystore.list()).hasSize(2);
            }
        }

        @Test
        void changedElsewhereKeepFormerOnesFromWritingButNotFromReading() {
            try (Keystore former = open();
                    Keystore other = open()) {
                former.rotate(SecretName.AUDIT, SOMETHING);
                other.changePassphrase(ANOTHER, CHEAP);

                assertRefused(Reason.WRONG_PASSPHRASE, () -> former.rotate(SecretName.AUDIT, SOMETHING_ELSE));

                assertThat(former.secret(SecretName.AUDIT)).isPresent();
                assertThat(other.secret(SecretName.AUDIT)).isPresent();
            }
        }

        @Test
        void areAsDearAsTheStandardUnlessATestSaysOtherwise() throws IOException {
            Path real = directory.resolve("real");
            Keystore.create(real, PASSPHRASE).close();

            assertThat(firstLineOf(real))
                    .startsWith("{\"argon2id\":{\"lanes\":1,\"memoryKib\":65536,\"passes\":3},\"cipher\":");
            assertThat(Keystore.open(real, PASSPHRASE).list()).isEmpty();
        }
    }

    @Nested
    class File {

        @Test
        void belongsToItsOwnerAlone() throws IOException {
            assertThat(modeOf(file)).isEqualTo("rw-------");
            try (Keystore keystore = open()) {
                keystore.rotate(SecretName.AUDIT, SOMETHING);
            }
            assertThat(modeOf(file)).isEqualTo("rw-------");
        }

        @ParameterizedTest
        @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
        void isNotOpenedWhileOthersMayGetAtIt(String mode) throws IOException {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

            assertRefused(Reason.OPEN_TO_OTHERS, KeystoreTest.this::open);
        }

        @Test
        void mayBeForbiddenEvenToItsOwnerToWrite() throws IOException {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

            assertThat(open().list()).isEmpty();
        }

        @Test
        void isNeverOverwrittenByANewOne() {
            assertRefused(Reason.ALREADY_THERE, () -> Keystore.create(file, ANOTHER, CHEAP));
            assertThat(open().list()).isEmpty();
        }

        @Test
        void thatIsMissingIsSaidToBeMissing() {
            assertRefused(Reason.MISSING, () -> Keystore.open(directory.resolve("none"), PASSPHRASE));
        }

        @Test
        void needsItsDirectory() {
            Path nowhere = directory.resolve("nowhere").resolve("keystore");
            assertRefused(Reason.NOT_ACCESSIBLE, () -> Keystore.create(nowhere, PASSPHRASE, CHEAP));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\n", "{}\n", "no keystore", "no keystore\n", "[1]\nx", "{\"format\":1}\n"})
        void thatIsSomethingElseIsSaidToBeDamaged(String content) throws IOException {
            Files.writeString(file, content);

            assertRefused(Reason.DAMAGED, KeystoreTest.this::open);
        }

        @Test
        void ofANewerFormatIsSaidToBeNewer() throws IOException {
            Files.writeString(file, "{\"format\":\"hotpotspot-keystore\",\"kdf\":\"balloon\",\"version\":2}\nnews");

            assertRefused(Reason.UNKNOWN_FORMAT, KeystoreTest.this::open);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"lanes\":1,\"memoryKib\":2000000000,\"passes\":1",
                    "\"lanes\":1,\"memoryKib\":64,\"passes\":2000000000",
                    "\"lanes\":1000,\"memoryKib\":65536,\"passes\":1",
                    "\"lanes\":0,\"memoryKib\":64,\"passes\":1",
                    "\"lanes\":-1,\"memoryKib\":-64,\"passes\":-1"
                })
        void thatAsksForAbsurdCostsIsRefusedBeforeTheyAreBorne(String absurd) throws IOException {
            String line = firstLineOf(file).replace("\"lanes\":1,\"memoryKib\":64,\"passes\":1", absurd) + '\n';
            Files.write(file, withDigest(line.getBytes(UTF_8)));

            assertRefused(Reason.TOO_COSTLY, KeystoreTest.this::open);
        }

        @Test
        void isSealedWithANewSaltAndNonceEachTime() throws IOException {
            List<String> headers = new ArrayList<>();
            try (Keystore keystore = open()) {
                for (int i = 0; i < 3; i++) {
                    keystore.rotate(SecretName.AUDIT, SOMETHING);
                    headers.add(firstLineOf(file));
                }
            }
            assertThat(headers.stream().map(header -> member(header, "salt"))).doesNotHaveDuplicates();
            assertThat(headers.stream().map(header -> member(header, "nonce"))).doesNotHaveDuplicates();
        }

        @Test
        void isTheOldOneAfterACrashBeforeTheNewOneTookItsPlace() throws IOException {
            byte[] before = Files.readAllBytes(file);
            PrivateFile.named(file, "keystore").draft(SOMETHING);

            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            try (Keystore keystore = open()) {
                keystore.rotate(SecretName.AUDIT, SOMETHING);
            }
            assertThat(open().list()).hasSize(1);
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files.map(Path::getFileName).map(Path::toString))
                        .containsExactlyInAnyOrder("keystore", "keystore.lock");
            }
        }

        @Test
        void isReplacedWhereALinkPoints() throws IOException {
            Path link = Files.createSymbolicLink(directory.resolve("link"), file);
            try (Keystore keystore = Keystore.open(link, PASSPHRASE)) {
                keystore.rotate(SecretName.AUDIT, SOMETHING);
            }
            assertThat(link).isSymbolicLink();
            assertThat(open().list()).hasSize(1);
        }
    }

    @Nested
    class Writers {

        @Test
        void seeWhatOthersHaveWritten() {
            try (Keystore one = open();
                    Keystore other = open()) {
                one.rotate(SecretName.AUDIT, SOMETHING);
                other.rotate(SecretName.MASTER, SOMETHING_ELSE);

                assertThat(other.obtain(SecretName.AUDIT, KeystoreTest::mustNotBeMade)
                                .bytes())
                        .isEqualTo(SOMETHING);
                assertThat(one.obtain(SecretName.MASTER, KeystoreTest::mustNotBeMade)
                                .bytes())
                        .isEqualTo(SOMETHING_ELSE);
            }
        }

        @Test
        void loseNothingOfEachOthers() throws InterruptedException, ExecutionException {
            int each = 10;
            List<Future<?>> writers = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 4; i++) {
                    SecretName own = new SecretName("writer-" + i);
                    writers.add(threads.submit(() -> {
                        try (Keystore keystore = open()) {
                            for (int n = 0; n < each; n++) {
                                keystore.rotate(own, SOMETHING);
                                keystore.rotate(SecretName.AUDIT, SOMETHING);
                            }
                        }
                    }));
                }
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            try (Keystore keystore = open()) {
                assertThat(keystore.list()).hasSize(8 * each);
                assertThat(keystore.secret(SecretName.AUDIT).orElseThrow().version())
                        .isEqualTo(4 * each);
            }
        }
    }

    private Keystore open() {
        return Keystore.open(file, PASSPHRASE);
    }

    private static byte[] mustNotBeMade() {
        throw new AssertionError("there is one already");
    }

    private static void assertRefused(Reason reason, ThrowingCallable action) {
        assertThatExceptionOfType(KeystoreException.class)
                .isThrownBy(action)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("horse", "something", "\n"));
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String firstLineOf(Path path) throws IOException {
        String text = new String(Files.readAllBytes(path), UTF_8);
        return text.substring(0, text.indexOf('\n'));
    }

    private static String member(String json, String name) {
        return json.replaceFirst(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    static byte[] withDigest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            byte[] all = new byte[content.length + digest.length];
            System.arraycopy(content, 0, all, 0, content.length);
            System.arraycopy(digest, 0, all, content.length, digest.length);
            return all;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
