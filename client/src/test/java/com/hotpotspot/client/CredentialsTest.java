package com.hotpotspot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    private static final String GOOD = "{\"clientId\":\"administrator\",\"clientSecret\":\"open sesame\"}\n";

    @TempDir
    private Path directory;

    @Test
    void areSentAsTheStandardsWantIt() throws IOException {
        Credentials credentials = Credentials.readFrom(file("{\"clientId\":\"a:b\",\"clientSecret\":\"ä & +%\"}"));

        assertThat(new String(Base64.getDecoder().decode(credentials.basic().substring("Basic ".length()))))
                .isEqualTo("a%3Ab:%C3%A4+%26+%2B%25");
    }

    @Test
    void neverShowTheirSecret() throws IOException {
        Path file = file(GOOD);

        assertThat(Credentials.readFrom(file)).hasToString("the credentials of administrator in " + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx--x---", "rw-rw-rw-"})
    void areNotTakenFromAFileThatOthersCanGetAt(String permissions) throws IOException {
        Path file = Files.setPosixFilePermissions(file(GOOD), PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(() -> Credentials.readFrom(file))
                .isInstanceOf(UnusableCredentialsException.class)
                .hasMessage("Others may read or write the file of credentials %1$s; forbid that with: chmod 600 %1$s"
                        .formatted(file));
    }

    @Test
    void areTakenFromAFileThatItsOwnerMayOnlyRead() throws IOException {
        Path file = Files.setPosixFilePermissions(file(GOOD), PosixFilePermissions.fromString("r--------"));

        assertThat(Credentials.readFrom(file).clientId()).isEqualTo("administrator");
    }

    @Test
    void mustBeThere() {
        Path file = directory.resolve("none");

        assertThatThrownBy(() -> Credentials.readFrom(file))
                .isInstanceOf(UnusableCredentialsException.class)
                .hasMessage("There is no file of credentials " + file);
    }

    @Test
    void areNotADirectory() throws IOException {
        Path other = Files.createDirectory(
                directory.resolve("other"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

        assertThatThrownBy(() -> Credentials.readFrom(other))
                .isInstanceOf(UnusableCredentialsException.class)
                .hasMessage("The file of credentials %s cannot be read".formatted(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "open sesame",
                "[\"open sesame\"]",
                "{\"clientId\":\"administrator\"}",
                "{\"clientSecret\":\"open sesame\"}",
                "{\"clientId\":\"administrator\",\"clientSecret\":\" \"}",
                "{\"clientId\":4711,\"clientSecret\":\"open sesame\"}",
                "{\"clientId\":\"administrator\",\"clientSecret\":\"open sesame\""
            })
    void mustBeWhatTheyShouldBeAndWhatElseTheyAreIsNotShown(String content) throws IOException {
        Path file = file(content);

        assertThatThrownBy(() -> Credentials.readFrom(file))
                .isInstanceOf(UnusableCredentialsException.class)
                .hasMessage("The file of credentials %s does not hold {\"clientId\":\"…\",\"clientSecret\":\"…\"}"
                        .formatted(file))
                .hasNoCause();
    }

    @Test
    void areNotLookedForInAFileThatIsFarTooLarge() throws IOException {
        Path file = file(GOOD + " ".repeat(1_000_000));

        assertThatThrownBy(() -> Credentials.readFrom(file))
                .isInstanceOf(UnusableCredentialsException.class)
                .hasMessageContaining("does not hold");
    }

    private Path file(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("credentials"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
