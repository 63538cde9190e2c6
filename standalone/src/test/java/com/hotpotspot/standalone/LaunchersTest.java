package com.hotpotspot.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scripts {@code hotpotspot} and {@code mvnw}, copied to where they may lie and called as they may be called. In
 * place of Java and Maven there are scripts that print what they were given. Names of files are written as a shell
 * reads them, since this Java may not be able to hold them.
 */
class LaunchersTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    @BeforeEach
    void somethingInPlaceOfJavaAndMaven() throws IOException {
        Path java = Files.createDirectories(directory.resolve("jdk/bin"));
        Files.writeString(directory.resolve("jdk/release"), "JAVA_VERSION=\"21.0.1\"\n");
        script(java.resolve("java"), "printf '%s|' \"LC_ALL=${LC_ALL:-}\" \"$@\"");
        script(java.resolve("javac"), "exit 1");
        Path maven = Files.createDirectories(directory.resolve("maven"));
        script(maven.resolve("mvn"), """
                case $* in
                    '-B -v') echo 'Apache Maven 3.9.9 (of a test)' ;;
                    *) printf '%s|' "LC_ALL=${LC_ALL:-}" "JAVA_HOME=$JAVA_HOME" "$@" ;;
                esac
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "with space", "a$b", "x(", "100%", "-dash", "it'\\''s", "caf\\303\\251", "new\\nline"})
    void bothRunWhereverTheyLie(String name) throws Exception {
        String home = "home=$(printf -- '" + name.replace("%", "%%") + "')\n";
        run(home + copyTo("\"./$home\""));

        assertThat(run(home + "LC_ALL=C \"./$home/hotpotspot\" serve --data 'a  b' '*'"))
                .startsWith("LC_ALL=C.UTF-8|")
                .contains("|-XX:+ExitOnOutOfMemoryError|")
                .endsWith("/standalone/target/hotpotspot.jar|serve|--data|a  b|*|");
        assertThat(run(home + "LC_ALL=C \"./$home/mvnw\" -Prun 'a  b' '*'"))
                .isEqualTo("LC_ALL=C.UTF-8|JAVA_HOME=" + directory + "/jdk|-Prun|a  b|*|");
    }

    @Test
    void linksAreFollowed() throws Exception {
        run(copyTo("repository") + """
                mkdir links links/deep
                ln -s ../../repository/hotpotspot links/deep/inner
                ln -s deep/inner links/hps
                ln -s "$PWD/repository/mvnw" links/deep/maven
                ln -s deep/maven links/mvnw-elsewhere
                """);

        assertThat(run("cd /; \"$here/links/hps\" keystore"))
                .endsWith("|" + directory + "/repository/standalone/target/hotpotspot.jar|keystore|");
        assertThat(run("PATH=$here/links:$PATH; cd /; hps keystore"))
                .endsWith("|" + directory + "/repository/standalone/target/hotpotspot.jar|keystore|");
        assertThat(run("PATH=$here/links:$PATH; cd /; mvnw-elsewhere verify")).endsWith("/jdk|verify|");
        assertThat(run("cd links; sh ./hps keystore"))
                .endsWith("|" + directory + "/repository/standalone/target/hotpotspot.jar|keystore|");
    }

    @Test
    void variablesSetToNothingCountAsUnset() throws Exception {
        run(copyTo("repository"));

        assertThat(run("export JAVA_OPTS= JAVA_HOME= LC_ALL= LC_CTYPE= LANG= CDPATH= HOME=;"
                        + " PATH=$here/jdk/bin:$PATH; repository/hotpotspot keystore"))
                .startsWith("LC_ALL=C.UTF-8|")
                .endsWith("/repository/standalone/target/hotpotspot.jar|keystore|");
        assertThat(run("export MAVEN_OPTS= MAVEN_ARGS= JAVA_HOME= CDPATH=;"
                        + " PATH=$here/jdk/bin:$PATH; repository/mvnw verify"))
                .endsWith("/jdk|verify|");
    }

    @Test
    void optionsForJavaAreWordsAsTheyAre() throws Exception {
        run(copyTo("repository"));

        assertThat(run("export JAVA_OPTS='-Xmx1g  -Dstar=*'; cd /; \"$here/repository/hotpotspot\" --help"))
                .contains("|-Xmx1g|-Dstar=*|-jar|");
    }

    private static String copyTo(String place) {
        return """
                mkdir -p -- %1$s/standalone/target
                cp -R -- "$repository/hotpotspot" "$repository/mvnw" "$repository/.mvn" %1$s/
                : > %1$s/standalone/target/hotpotspot.jar
                """.formatted(place);
    }

    /** Runs a script in the directory of this test, with CDPATH set as some people have it. */
    private String run(String script) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(List.of("sh", "-eu", "-c", script))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("repository", REPOSITORY.toString());
        builder.environment().put("here", directory.toString());
        builder.environment().put("CDPATH", ".:..:/");
        builder.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
        builder.environment().merge("PATH", directory.resolve("maven").toString(), (path, first) -> first + ":" + path);
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(output, UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
