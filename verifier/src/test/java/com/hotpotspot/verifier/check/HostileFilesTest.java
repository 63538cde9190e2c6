package com.hotpotspot.verifier.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import com.hotpotspot.tlog.event.EventLine;
import com.hotpotspot.tlog.event.ExportManifest;
import com.hotpotspot.tlog.event.KeyRotation;
import com.hotpotspot.tlog.event.ProvedEvent;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.format.Utf8;
import com.hotpotspot.tlog.note.NoteSignature;
import com.hotpotspot.tlog.note.VerifierKey;
import com.hotpotspot.tlog.proof.TlogProof;
import com.hotpotspot.tlog.tile.BundleCoordinates;
import com.hotpotspot.tlog.tile.EntryBundle;
import com.hotpotspot.tlog.tile.Tile;
import com.hotpotspot.tlog.tile.TileCoordinates;
import com.hotpotspot.tlog.witness.AddCheckpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever a file holds: it is read, or refused in words, and nothing else happens. */
class HostileFilesTest {

    private static final String EXPORTED = "{\"bytes\":1200,\"sha256\":\"" + "0a".repeat(32) + "\"}";
    private static final PublishedLog LOG = PublishedLog.withSales(20);
    private static final PublishedLog OTHER = PublishedLog.withSales(3)
            .append(ExportManifest.TYPE, EXPORTED)
            .append(PublishedLog.line(
                            4, KeyRotation.TYPE, "{\"verifierKey\":\"" + PublishedLog.KEY.verifierKey() + "\"}")
                    .replaceFirst("sale:VAKE:[0-9]+", KeyRotation.STREAM));
    private static final String KEY = PublishedLog.KEY.verifierKey().toString();
    private static final byte[] CHECKPOINT =
            PublishedLog.cosigned(LOG.checkpoint(20), 3).bytes();
    private static final byte[] PROOF = LOG.proof(7, 20).bytes();
    private static final byte[] EVENT = LOG.lines().get(7).getBytes(UTF_8);
    private static final byte[] MANIFEST =
            ExportManifest.write(OTHER.lines().get(3).getBytes(UTF_8), OTHER.proof(3, 5));
    private static final byte[] ROTATION =
            ProvedEvent.write(OTHER.lines().get(4).getBytes(UTF_8), OTHER.proof(4, 5));
    private static final byte[] POLICY = ("log " + KEY + "\nwitness a "
                    + PublishedLog.WITNESSES.get(0).verifierKey() + "\nwitness b "
                    + PublishedLog.WITNESSES.get(1).verifierKey() + "\ngroup g 1 a b\nquorum g\n")
            .getBytes(UTF_8);

    /** What is read, how it is written again, and a good example of it to be spoilt. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Format<T>(
            byte[] example, Function<byte[], T> reader, Optional<Function<T, byte[]>> writer, boolean isInOneForm) {

        /** For what is written in one way only, so that it is read as itself or not at all. */
        static <T> Format<T> inOneForm(byte[] example, Function<byte[], T> reader, Function<T, byte[]> writer) {
            return new Format<>(example, reader, Optional.of(writer), true);
        }

        /** For what may stand there in several ways, and is written again in one. */
        static <T> Format<T> inManyForms(byte[] example, Function<byte[], T> reader, Function<T, byte[]> writer) {
            return new Format<>(example, reader, Optional.of(writer), false);
        }

        /** For what nobody writes. */
        static <T> Format<T> onlyRead(byte[] example, Function<byte[], T> reader) {
            return new Format<>(example, reader, Optional.empty(), false);
        }

        void readOrRefuse(byte[] bytes) {
            Optional<byte[]> written = read(bytes).flatMap(this::written);
            if (written.isPresent()) {
                byte[] expected = isInOneForm
                        ? bytes
                        : read(written.get()).flatMap(this::written).orElseThrow();
                assertThat(new String(written.get(), ISO_8859_1)).isEqualTo(new String(expected, ISO_8859_1));
            }
        }

        private Optional<byte[]> written(T value) {
            return writer.map(it -> it.apply(value));
        }

        private Optional<T> read(byte[] bytes) {
            try {
                return Optional.of(reader.apply(bytes));
            } catch (FormatException e) {
                // What it says is short, whatever was in the file.
                assertThat(String.valueOf(e.getMessage()).length()).isBetween(1, 500);
                return Optional.empty();
            }
        }
    }

    private static final List<Format<?>> FORMATS = List.of(
            Format.inOneForm(CHECKPOINT, SignedCheckpoint::parse, SignedCheckpoint::bytes),
            Format.inOneForm(PROOF, TlogProof::parse, TlogProof::bytes),
            Format.inOneForm(
                    new AddCheckpoint(3, LOG.proof(7, 20).path(), LOG.checkpoint(20)).bytes(),
                    AddCheckpoint::parse,
                    AddCheckpoint::bytes),
            Format.inOneForm(KEY.getBytes(UTF_8), asText(VerifierKey::parse), written(VerifierKey::toString)),
            Format.inOneForm(
                    lastLine(CHECKPOINT),
                    asText(NoteSignature::parse),
                    written(signature -> signature.line().stripTrailing())),
            Format.inOneForm(
                    "tile/1/x001/x234/067.p/8".getBytes(UTF_8),
                    asText(TileCoordinates::parse),
                    written(TileCoordinates::path)),
            Format.inOneForm(
                    "tile/entries/x001/067.p/8".getBytes(UTF_8),
                    asText(BundleCoordinates::parse),
                    written(BundleCoordinates::path)),
            Format.inOneForm(new byte[64], bytes -> Tile.read(bytes, 2), Tile::bytes),
            Format.inOneForm(new byte[] {0, 1, 7, 0, 2, 8, 9}, bytes -> EntryBundle.read(bytes, 2), EntryBundle::bytes),
            Format.inManyForms(EVENT, EventLine::parse, HostileFilesTest::line),
            Format.inManyForms(
                    MANIFEST,
                    ExportManifest::parse,
                    manifest -> ExportManifest.write(line(manifest.event()), manifest.proof())),
            Format.inManyForms(ROTATION, KeyRotation::parse, HostileFilesTest::lines),
            Format.inManyForms(
                    "nSwyYBLR8lZZE2lQ1wGdDDIyMZGWi3vxj3WEYc31WC8=\n".getBytes(UTF_8),
                    HashLines::parse,
                    written(hashes ->
                            hashes.stream().map(hash -> hash.base64() + '\n').collect(joining()))),
            Format.onlyRead(POLICY, TlogPolicy::parse));

    @Property
    void whatWasSpoiltIsReadOrRefused(@ForAll long seed) {
        Random dice = new Random(seed);
        FORMATS.forEach(format -> format.readOrRefuse(spoilt(format.example(), dice)));
    }

    @Property
    void rubbishIsReadOrRefused(@ForAll byte[] rubbish) {
        FORMATS.forEach(format -> format.readOrRefuse(rubbish));
    }

    @Example
    void whatIsGoodIsRead() {
        assertThat(FORMATS)
                .allSatisfy(format -> assertThat(format.read(format.example())).isPresent());
    }

    @Property
    void aSpoiltDumpIsJudgedAndBreaksNothing(@ForAll long seed) {
        judged(spoilt(LOG.dump().getBytes(UTF_8), new Random(seed)));
    }

    @Example
    void aDumpWithSpacesOfAllKindsIsTheSame() {
        assertThat(judged(LOG.dump().replace(",\"", "\r, \t\"").getBytes(UTF_8)).isValid())
                .isTrue();
    }

    private static Findings judged(byte[] dump) {
        Findings findings = new Findings();

        try {
            new DumpCheck(List.of(LOG.checkpoint(20).checkpoint()), findings, new Progress(line -> {}), 512)
                    .check(new ByteArrayInputStream(dump), dump.length);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }

        boolean whole = new String(dump, UTF_8).strip().equals(LOG.dump().strip());
        assertThat(findings.verdict().sentences()).isNotEmpty();
        assertThat(whole || !findings.isValid() || sameEvents(dump))
                .as(new String(dump, UTF_8))
                .isTrue();
        return findings;
    }

    /**
     * Spaces, empty lines and the order of members are nobody's business. A line ends with a line feed alone: a
     * carriage return is a space.
     */
    private static boolean sameEvents(byte[] dump) {
        List<String> lines = Arrays.stream(new String(dump, UTF_8).split("\n"))
                .filter(line -> !line.isBlank())
                .toList();
        for (int i = 0; i < LOG.lines().size(); i++) {
            EventLine expected = EventLine.parse(LOG.lines().get(i).getBytes(UTF_8));
            EventLine given = EventLine.parse(lines.get(i).getBytes(UTF_8));
            if (!given.entry().equals(expected.entry()) || !given.faults().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Example
    void eachFileThatIsEmptyCutHugeOrRubbishIsAnsweredInWords() throws IOException {
        Path directory = Files.createTempDirectory("hostile");
        try {
            Path checkpoint = Files.write(directory.resolve("checkpoint"), CHECKPOINT);
            Path proof = Files.write(directory.resolve("proof"), PROOF);
            Path event = Files.write(directory.resolve("event"), EVENT);
            for (Path bad : badFiles(directory)) {
                refused("checkpoint", "--checkpoint", bad, "--log", KEY);
                refused("checkpoint", "--checkpoint", checkpoint, "--policy", bad);
                refused("checkpoint", "--checkpoint", checkpoint, "--log", KEY, "--rotations", bad);
                refused("proof", "--event", bad, "--proof", proof, "--log", KEY);
                refused("proof", "--event", event, "--proof", bad, "--log", KEY);
                refused("export", "--file", event, "--manifest", bad, "--log", KEY);
                refused("dump", "--dump", bad, "--checkpoint", checkpoint, "--log", KEY);
                refused("dump", "--dump", event, "--checkpoint", bad, "--log", KEY);
                refused("consistency", "--checkpoint", bad, "--checkpoint", checkpoint, "--log", KEY);
                refused(
                        "consistency",
                        "--checkpoint",
                        checkpoint,
                        "--checkpoint",
                        checkpoint,
                        "--proof",
                        bad,
                        "--policy",
                        bad);
            }
        } finally {
            try (Stream<Path> all = Files.walk(directory)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static List<Path> badFiles(Path directory) throws IOException {
        Path huge = directory.resolve("huge");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(8L << 30);
        }
        byte[] noise = new byte[100_000];
        new Random(42).nextBytes(noise);
        return List.of(
                directory.resolve("not-there"),
                Files.createDirectory(directory.resolve("a-directory")),
                Files.write(directory.resolve("empty"), new byte[0]),
                Files.writeString(directory.resolve("blank"), "\n\n\n"),
                Files.write(directory.resolve("cut"), Arrays.copyOf(CHECKPOINT, CHECKPOINT.length / 2)),
                Files.write(directory.resolve("noise"), noise),
                Files.writeString(directory.resolve("brackets"), "[".repeat(200_000)),
                Files.writeString(directory.resolve("objects"), "{\"payload\":".repeat(20_000)),
                Files.writeString(directory.resolve("lines"), "\u2014 a b\n".repeat(100_000)),
                huge);
    }

    private static void refused(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exitCode = Verify.run(
                Arrays.stream(arguments).map(Object::toString).toArray(String[]::new),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8));

        String said = out.toString(UTF_8);
        assertThat(exitCode).as(Arrays.toString(arguments) + said).isIn(1, 2);
        assertThat(said.lines().count()).as(said).isBetween(2L, 30L);
        assertThat(said).doesNotContain("Exception").hasSizeLessThan(10_000);
    }

    private static byte[] spoilt(byte[] good, Random dice) {
        byte[] bytes = good.clone();
        for (int i = dice.nextInt(4); i >= 0; i--) {
            int at = bytes.length == 0 ? 0 : dice.nextInt(bytes.length);
            int until = at + (bytes.length == at ? 0 : dice.nextInt(Math.min(40, bytes.length - at)));
            byte[] part = Arrays.copyOfRange(bytes, at, until);
            switch (dice.nextInt(5)) {
                case 0 -> bytes = spliced(bytes, at, until, new byte[0]);
                case 1 -> bytes = spliced(bytes, at, at, part);
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                case 3 -> bytes = spliced(bytes, at, at, new byte[] {(byte) dice.nextInt(256)});
                default -> bytes = spliced(bytes, at, until, interesting(dice));
            }
        }
        return bytes;
    }

    private static byte[] interesting(Random dice) {
        List<String> all = List.of(
                "9223372036854775807",
                "9223372036854775808",
                "-1",
                "00",
                "\n\n",
                "\r\n",
                "\r",
                "\u2028",
                "\u0085",
                "\u2014 ",
                "\\ud800",
                "{",
                "[",
                "1e999",
                "\"",
                "\u0000",
                "+",
                "=",
                "none");
        return all.get(dice.nextInt(all.size())).getBytes(UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, from);
        all.writeBytes(between);
        all.write(bytes, to, bytes.length - to);
        return all.toByteArray();
    }

    private static <T> Function<byte[], T> asText(Function<String, T> reader) {
        return bytes -> reader.apply(Utf8.decode(bytes, "a text"));
    }

    private static <T> Function<T, byte[]> written(Function<T, String> writer) {
        return value -> writer.apply(value).getBytes(UTF_8);
    }

    private static byte[] line(EventLine event) {
        String entry = new String(event.entry().bytes(), UTF_8);
        String claimed =
                "\"metadataSha256\":\"" + event.entry().metadataSha256().hex();
        String withMetadata =
                entry.replace(claimed, "\"metadata\":" + new String(event.metadata(), UTF_8) + ',' + claimed);
        String payload = ",\"payloadSha256\":\"";
        return withMetadata
                .replaceFirst(
                        payload,
                        Matcher.quoteReplacement(",\"payload\":" + new String(event.payload(), UTF_8) + payload))
                .getBytes(UTF_8);
    }

    private static byte[] lines(List<KeyRotation> rotations) {
        return rotations.stream()
                .map(KeyRotation::told)
                .map(told -> new String(ProvedEvent.write(line(told.event()), told.proof()), UTF_8))
                .collect(joining("\n"))
                .getBytes(UTF_8);
    }

    private static byte[] lastLine(byte[] note) {
        return new String(note, UTF_8).lines().reduce((a, b) -> b).orElseThrow().getBytes(UTF_8);
    }
}
