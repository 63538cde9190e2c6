package com.hotpotspot.standalone.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.tlog.event.ExportManifest;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSigner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the operator's guide tells to type comes to the verdicts, with the words and exit codes, that it tells of. */
class GuideTest {

    private static final Path GUIDE = Path.of("../docs/operators-guide.md");
    private static final Pattern COMMAND = Pattern.compile("(?m)^(?:zcat \\S+ \\| )?\\./hotpotspot (verify .+)$");
    private static final Pattern VERDICT = Pattern.compile("(?m)^\\| (\\d) \\| `([A-Z]+)`");
    private static final String TRUSTED_KEY = "\"$(cat log.key)\"";
    private static final String CSV = "Sale,Total\r\n1,11.50\r\n";

    private static final Set<String> FILES = Set.of(
            "trusted.policy",
            "checkpoint",
            "checkpoint-2026-06",
            "42.json",
            "42.tlog-proof",
            "sales.csv",
            "sales.csv.manifest",
            "events.ndjson",
            "hashes");

    private static final SealedLog LOG = log();

    @TempDir
    Path directory;

    private static SealedLog log() {
        SealedLog sales = SealedLog.withSales(50);
        List<StoredEvent> events = new ArrayList<>(sales.events());
        events.add(VerifyCommandTest.exportRecorded(50, CSV));
        return SealedLog.of(events);
    }

    /** The files that the guide speaks of. */
    @BeforeEach
    void files() {
        write("log.key", SealedLog.KEY);
        write("trusted.policy", "log " + SealedLog.KEY + "\nquorum none\n");
        write("checkpoint", LOG.checkpoint(51).bytes());
        write("checkpoint-2026-06", LOG.checkpoint(13).bytes());
        write("42.json", LOG.lines().get(42) + "\n");
        write("42.tlog-proof", LOG.proof(42, 51).bytes());
        write("sales.csv", CSV);
        write("sales.csv.manifest", ExportManifest.write(LOG.lines().get(50).getBytes(UTF_8), LOG.proof(50, 51)));
        write("events.ndjson", LOG.dump());
        write("hashes", LOG.consistencyProof(13, 51));
    }

    /** But for those that lead from key to key, which have a test of their own. */
    static Stream<String> commands() throws IOException {
        return COMMAND.matcher(Files.readString(GUIDE))
                .results()
                .map((MatchResult each) -> each.group(1))
                .filter(each -> !each.contains("--rotations"));
    }

    @Test
    void verdictsAreThoseThatItLists() throws IOException {
        assertThat(listed()).containsExactlyInAnyOrderEntriesOf(Map.of("VALID", 0, "INVALID", 1, "UNUSABLE", 2));
        assertThat(commands()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatIsSoundIsValid(String command) throws IOException {
        assertThatItSays("VALID", command);
        assertThat(typed(command).out()).contains("it rests on the word of the log alone");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatAnotherLogHasSignedIsInvalid(String command) throws IOException {
        String other = NoteSigner.ofLog(new KeyName("other.example/audit"), new byte[32])
                .verifierKey()
                .toString();
        write("log.key", other);
        write("trusted.policy", "log " + other + "\nquorum none\n");

        assertThatItSays("INVALID", command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void withoutAFileNothingCanBeSaid(String command) throws IOException {
        Files.delete(directory.resolve("checkpoint"));
        Files.delete(directory.resolve("42.tlog-proof"));
        Files.delete(directory.resolve("sales.csv.manifest"));

        assertThatItSays("UNUSABLE", command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void optionsThatMakeNoSenseGetTheUsageOnStandardError(String command) throws IOException {
        Verification verification = typed(command + " --nonsense");

        assertThat(verification.exitCode()).isEqualTo(listed().get("UNUSABLE"));
        assertThat(verification.err()).contains("Usage: ");
        assertThat(verification.out()).isEmpty();
    }

    @Test
    void oneLetterThatWasChangedInADumpIsFoundWhereItIs() throws IOException {
        write("events.ndjson", LOG.dump().replaceFirst("\"saleNumber\":\"7\"|\"number\":\"7\"", "\"number\":\"8\""));
        String command = commands()
                .filter(each -> each.contains("--dump events.ndjson"))
                .findFirst()
                .orElseThrow();

        assertThatItSays("INVALID", command);
        assertThat(typed(command).out()).contains("At position 7 ");
    }

    private void assertThatItSays(String verdict, String command) throws IOException {
        Verification verification = typed(command);
        assertThat(verification.out()).as(command).startsWith(verdict + "\n");
        assertThat(verification.exitCode()).as(command).isEqualTo(listed().get(verdict));
    }

    /** By its words, as the table of the guide has them. */
    private static Map<String, Integer> listed() throws IOException {
        Map<String, Integer> verdicts = new TreeMap<>();
        VERDICT.matcher(Files.readString(GUIDE))
                .results()
                .forEach(row -> verdicts.put(row.group(2), Integer.parseInt(row.group(1))));
        return verdicts;
    }

    private Verification typed(String command) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        InputStream unpacked = new ByteArrayInputStream(Files.readAllBytes(directory.resolve("events.ndjson")));
        int exitCode = new CommandLine(new VerifyCommand(unpacked))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words(command));
        return new Verification(exitCode, out.toString(), err.toString());
    }

    private String[] words(String command) throws IOException {
        String[] words = command.replace(TRUSTED_KEY, Files.readString(directory.resolve("log.key")))
                .split(" ");
        return Stream.concat(Stream.of(words[1]), Stream.of(words).skip(2).map(this::meant))
                .toArray(String[]::new);
    }

    /** What is named there is there; it may have been taken away since. */
    private String meant(String word) {
        return FILES.contains(word) ? directory.resolve(word).toString() : word;
    }

    private void write(String file, String content) {
        write(file, content.getBytes(UTF_8));
    }

    private void write(String file, byte[] content) {
        try {
            Files.write(directory.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
