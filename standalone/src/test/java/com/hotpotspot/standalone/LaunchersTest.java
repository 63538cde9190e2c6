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
import org.junit.jupiter.params.provider.CsvSource;
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
        script(java.resolve("java"), """
                case $* in
                    *-Djarmode=tools*extract*)
                        for draft; do :; done
                        mkdir -- "$draft" && cat "$4" > "$draft/hotpotspot.jar"
                        ;;
                    *) printf '%s|' "LC_ALL=${LC_ALL:-}" "$@" ;;
                esac
                """);
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

    @Test
    void aCopyRunsThatNoBuildReplaces() throws Exception {
        run(copyTo("repository"));

        String first = run("export HOTPOTSPOT_COPIES=\"$here/my copies\"; repository/hotpotspot keystore");
        String again = run("export HOTPOTSPOT_COPIES='my copies'; repository/hotpotspot keystore");
        String rebuilt = run("export HOTPOTSPOT_COPIES=\"$here/my copies\";"
                + " echo changed > repository/standalone/target/hotpotspot.jar; repository/hotpotspot keystore");

        assertThat(first).contains("-jar|" + directory + "/my copies/").endsWith("/hotpotspot.jar|keystore|");
        assertThat(again).isEqualTo(first);
        assertThat(rebuilt).contains("-jar|" + directory + "/my copies/").isNotEqualTo(first);
        assertThat(run("cat 'my copies'/*/hotpotspot.jar; ls 'my copies' | grep -c draft || :"))
                .contains("changed")
                .endsWith("0\n");
        assertThat(run("ls -ld 'my copies' 'my copies'/*").lines()).allMatch(line -> line.startsWith("drwx------"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOTPOTSPOT_COPIES=none",
                "HOME= XDG_CACHE_HOME= HOTPOTSPOT_COPIES=",
                "HOTPOTSPOT_COPIES=$here/jdk/release",
                "HOTPOTSPOT_COPIES=$(mkdir open && chmod 777 open && echo $here/open)"
            })
    void theJarItselfRunsWhereThereCanBeNoCopy(String variables) throws Exception {
        run(copyTo("repository"));

        assertThat(run("export " + variables + "; repository/hotpotspot keystore"))
                .endsWith("-jar|" + directory + "/repository/standalone/target/hotpotspot.jar|keystore|")
                .doesNotContain("start-cache");
    }

    @ParameterizedTest
    @CsvSource({"21.0.1,SharedArchiveFile", "25.0.3,AOTCache", "26,AOTCache"})
    void whatAnEarlierStartTaughtIsGivenToTheJavaThatLearntIt(String version, String option) throws Exception {
        run(copyTo("repository"));
        Files.writeString(directory.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
        String start = "export HOTPOTSPOT_COPIES=\"$here/my copies\"; repository/hotpotspot keystore";

        String first = run(start);
        String file = first.replaceFirst("(?s).*-Dhotpotspot.start-cache=([^|]*).*", "$1");
        Files.writeString(Path.of(file), "learnt");

        assertThat(first).doesNotContain("AOTCache", "SharedArchiveFile");
        assertThat(run(start)).contains("|-Xlog:disable|-XX:" + option + "=" + file + "|-jar|");
        assertThat(run("export JAVA_OPTS=-Xshare:off; " + start)).doesNotContain("start-cache", option);
        Files.writeString(directory.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\nOTHER=1\n");
        assertThat(run(start)).contains("start-cache").doesNotContain(option);
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
        builder.environment().put("HOTPOTSPOT_COPIES", "none");
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
