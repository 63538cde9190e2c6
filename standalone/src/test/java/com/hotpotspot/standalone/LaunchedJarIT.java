package com.hotpotspot.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script with the jar, in places and on machines that are unlike a developer's. */
class LaunchedJarIT {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    /** One copy for all; none of it belongs to whoever builds this. */
    @TempDir
    static Path copies;

    @TempDir
    Path directory;

    private record Ended(int code, String said) {}

    @ParameterizedTest
    @ValueSource(strings = {"caf\\303\\251", "x( 100%% #1", "-dash"})
    void keepsItsDataWhereItWasCalledInAnyLocale(String name) throws Exception {
        String here = "name=$(printf -- '" + name + "'); mkdir -p \"./$name/standalone/target\"; cd -- \"./$name\";"
                + " ln -f \"$jar\" standalone/target/hotpotspot.jar 2>/dev/null || cp \"$jar\" standalone/target/hotpotspot.jar;"
                + " cp -R \"$repository/hotpotspot\" \"$repository/.mvn\" . ;";

        Ended made = run(here + " LC_ALL=C ./hotpotspot witness --name witness.example/x --print-key");
        Ended again = run(here + " LC_ALL=C.UTF-8 ./hotpotspot witness --print-key");

        assertThat(made.code()).as(made.said()).isZero();
        assertThat(again.said().lines().toList().getLast())
                .isEqualTo(made.said().lines().toList().getLast())
                .startsWith("witness.example/x+");
        assertThat(run(here + " ls -d witness; ls .. | wc -l").said()).isEqualTo("witness\n1\n");
    }

    @Test
    void refusesNamesThatItsLocaleCannotHold() throws Exception {
        Ended bare = run("name=$(printf 'caf\\303\\251'); mkdir \"$name\"; cd \"$name\";"
                + " LC_ALL=C \"$java\" -jar \"$jar\" witness --name witness.example/x --print-key; code=$?;"
                + " ls; exit $code");

        assertThat(bare.code()).isEqualTo(2);
        assertThat(bare.said().lines())
                .singleElement()
                .asString()
                .startsWith("Error: ")
                .endsWith(
                        "holds letters that cannot be read in this locale (US-ASCII); set LC_ALL=C.UTF-8, or use other"
                                + " names");
    }

    @Test
    void endsWhenItsMemoryIsUsedUp() throws Exception {
        Ended ended = run(
                "cd \"$repository\"; JAVA_OPTS='-Xmx12m -XX:+UseSerialGC' ./hotpotspot serve --empty --data \"$here/data\"");

        assertThat(ended.code()).as(ended.said()).isEqualTo(3);
        assertThat(ended.said()).contains("java.lang.OutOfMemoryError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a$b", "a`b"})
    void refusesADataDirectoryThatAShellWouldMistake(String name) throws Exception {
        Ended ended = run("cd \"$repository\"; ./hotpotspot serve --data \"$here\"/'" + name + "'");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said().lines())
                .singleElement()
                .asString()
                .startsWith("Error: ")
                .contains("cannot be the data directory");
        assertThat(directory).isDirectoryNotContaining(file -> file.endsWith(name));
    }

    @ParameterizedTest
    @CsvSource({
        "HOTPOTSPOT_AUDIT_NETWROK=our.example, HOTPOTSPOT_AUDIT_NETWROK, HOTPOTSPOT_AUDIT_NETWORK",
        "JAVA_OPTS=-Dhotpotspot.audit.netwrok=our.example, hotpotspot.audit.netwrok, hotpotspot.audit.network",
    })
    void refusesASettingThatThereIsNotBeforeItMakesAnything(String given, String wrong, String right) throws Exception {
        Ended ended = run("cd \"$repository\"; " + given + " ./hotpotspot serve --empty --data \"$here/data\"");

        assertThat(ended.code()).as(ended.said()).isEqualTo(1);
        assertThat(ended.said().lines())
                .containsExactly("Error: There is no setting %s; did you mean %s?".formatted(wrong, right));
        assertThat(directory.resolve("data")).doesNotExist();
    }

    private Ended run(String script) throws IOException, InterruptedException {
        Path output = Files.createTempFile("launched", ".txt");
        ProcessBuilder builder = new ProcessBuilder(List.of("sh", "-c", script))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("repository", REPOSITORY.toString());
        builder.environment().put("here", directory.toString());
        builder.environment().put("jar", PackagedJar.FILE.toString());
        builder.environment().put("java", PackagedJar.JAVA);
        builder.environment().put("HOTPOTSPOT_COPIES", copies.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", String.join(" ", PackagedJar.SHORT_LIVED));
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), Files.readString(output));
    }
}
