package com.hotpotspot.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.keystore.TestKeystore;
import com.hotpotspot.query.testing.Dishes;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import com.hotpotspot.tlog.event.EventLine;
import com.hotpotspot.tlog.event.ExportManifest;
import com.hotpotspot.tlog.merkle.ConsistencyProof;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.merkle.MerkleTree;
import com.hotpotspot.tlog.note.VerifierKey;
import com.hotpotspot.tlog.proof.TlogProof;
import com.hotpotspot.tlog.tile.BundleCoordinates;
import com.hotpotspot.tlog.tile.EntryBundle;
import com.hotpotspot.tlog.tile.Tile;
import com.hotpotspot.tlog.tile.TileCoordinates;
import com.hotpotspot.tlog.tile.TileHashReader;
import com.hotpotspot.verifier.check.Progress;
import com.hotpotspot.verifier.check.Verdict;
import com.hotpotspot.verifier.check.Verifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** The audit log as anybody gets it over HTTP, checked with what anybody checks it with. */
class SealedLogTest {

    private static final int SALES = 200;

    private static TestDatabase database;
    private static WrittenLog log;
    private static RunningQuerySide side;
    private static NodeId node;
    private static TestWitness liar;

    @BeforeAll
    static void sell() {
        database = TestDatabase.with(SchemaModule.LOG);
        log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        node = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        for (int i = 1; i <= SALES; i++) {
            log.sell(node, Integer.toString(i), "2026-11-20T10:00:00Z", Dishes.khinkali(5));
        }
        liar = TestWitness.answering("\u2014 witness.example/liar AAAAAAAAAAAAAAAA\n");
        side = RunningQuerySide.on(
                database,
                "hotpotspot.audit.witnesses[0].key=" + liar.of(null).key(),
                "hotpotspot.audit.witnesses[0].url=" + liar.of(null).url(),
                "hotpotspot.audit.seal=true",
                "hotpotspot.audit.every=100ms",
                "hotpotspot.keystore.file=" + TestKeystore.shared().file(),
                "hotpotspot.keystore.passphrase-file=" + TestKeystore.shared().passphraseFile());
        awaitSealed(log.head() + 1);
    }

    @AfterAll
    static void stop() {
        side.close();
        liar.close();
        database.close();
    }

    private static void awaitSealed(long size) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> side.bean(PublishedTree.class).size() == size);
    }

    @Test
    void theCheckpointIsSignedByTheKeyThatTheLogTells() {
        SignedCheckpoint checkpoint = checkpoint();

        assertThat(TlogPolicy.of(List.of(key()), List.of(), 0).trust(checkpoint).checkpoint())
                .satisfies(trusted -> {
                    assertThat(trusted.origin()).isEqualTo("hotpotspot.example/audit");
                    assertThat(trusted.size()).isGreaterThanOrEqualTo(3 + 3 * SALES);
                });
    }

    @Test
    void whoeverWasAskedAndDidNotSignIsNamedWithTheReason() {
        await().untilAsserted(() -> {
            assertThat(text("/api/v1/audit/witnesses"))
                    .contains("\"name\":\"witness.example/liar\"", "\"signed\":0", "no valid signature of its key");
            assertThat(page("/audit/witnesses"))
                    .contains("witness.example/liar", "from outside the network", "nothing yet")
                    .contains("Did not sign since:", "it answered with no valid signature of its key");
        });
    }

    @Test
    void tilesAndEntriesMakeUpTheTreeOfTheCheckpoint() {
        SignedCheckpoint checkpoint = checkpoint();
        long size = checkpoint.checkpoint().size();

        TileHashReader tiles = new TileHashReader(size, SealedLogTest::tile);

        assertThat(new MerkleTree(size, tiles).root())
                .isEqualTo(checkpoint.checkpoint().root());
        for (long index = 0; index * Tile.FULL < size; index++) {
            BundleCoordinates coordinates = BundleCoordinates.in(size, index);
            EntryBundle bundle = EntryBundle.read(bytes("/" + coordinates.path()), coordinates.width());
            assertThat(bundle.leaves()).isEqualTo(tile(TileCoordinates.in(size, 0, index)));
        }
    }

    @Test
    void tilesAndEntriesMayBeKeptForGoodEvenWhereTheyAreParts() {
        for (String path : List.of("/tile/0/000", "/tile/0/000.p/7", "/tile/entries/000", "/tile/entries/000.p/7")) {
            side.client()
                    .get()
                    .uri(path)
                    .exchange()
                    .expectHeader()
                    .value("Cache-Control", kept -> assertThat(kept).contains("public", "immutable"));
        }
    }

    @Test
    void entriesAreCompressed() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(side.url("/tile/entries/000")))
                .header("Accept-Encoding", "gzip")
                .build();

        // Not with the client of the other tests, which takes the compression away.
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())))
                .hasBinaryContent(bytes("/tile/entries/000"));
    }

    @Test
    void whatDoesNotChangeAnyMoreIsPackedOnce() {
        PackedBundles bundles = side.bean(PackedBundles.class);
        BundleCoordinates full = new BundleCoordinates(0, Tile.FULL);
        BundleCoordinates part = new BundleCoordinates(0, 7);

        assertThat(bundles.packed(full).orElseThrow())
                .isSameAs(bundles.packed(full).orElseThrow());
        assertThat(bundles.packed(part).orElseThrow())
                .isNotSameAs(bundles.packed(part).orElseThrow());
    }

    @Test
    void whoeverTakesNoGzipGetsEntriesAsTheyAre() throws Exception {
        byte[] expected = side.bean(PublishedTree.class)
                .bundle(new BundleCoordinates(0, Tile.FULL))
                .orElseThrow()
                .bytes();
        for (String accepted : List.of("identity", "br", "gzip;q=0", "gzip;q=0.000", "gzipped", ";;,")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(side.url("/tile/entries/000")))
                    .header("Accept-Encoding", accepted)
                    .build();

            HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());

            assertThat(answer.headers().firstValue("Content-Encoding"))
                    .as(accepted)
                    .isEmpty();
            assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
            assertThat(answer.body()).isEqualTo(expected);
        }
    }

    @Test
    void everyEventOfTheStreamHasAProof() {
        List<String> lines = text("/api/v1/events").lines().toList();
        TlogPolicy policy = TlogPolicy.of(List.of(key()), List.of(), 0);

        for (int position : new int[] {0, 1, 255, 256, 300, 511, 512, lines.size() - 1}) {
            EventLine event = EventLine.parse(lines.get(position).getBytes(StandardCharsets.UTF_8));
            TlogProof proof = TlogProof.parse(bytes("/api/v1/audit/proofs/" + position));

            assertThat(event.faults()).isEmpty();
            assertThat(proof.index()).isEqualTo(position);
            assertThat(policy.trust(proof.checkpoint()).checkpoint().size()).isGreaterThan(position);
            assertThat(proof.leadsToCheckpoint(event.entry().leaf())).isTrue();
        }
    }

    @Test
    void aLaterCheckpointIsProvedToContinueAnEarlierOne() {
        SignedCheckpoint earlier = checkpoint();
        log.sell(node, "later", "2026-11-20T11:00:00Z", Dishes.khinkali(5));
        awaitSealed(log.head() + 1);
        SignedCheckpoint later = checkpoint();

        List<Hash> path = text(String.format(
                        Locale.ROOT,
                        "/api/v1/audit/consistency?from=%d&to=%d",
                        earlier.checkpoint().size(),
                        later.checkpoint().size()))
                .lines()
                .map(line -> Hash.fromBase64(line, "a hash"))
                .toList();

        assertThat(later.checkpoint().size()).isEqualTo(earlier.checkpoint().size() + 3);
        assertThat(new ConsistencyProof(
                                earlier.checkpoint().size(), later.checkpoint().size(), path)
                        .proves(earlier.checkpoint().root(), later.checkpoint().root()))
                .isTrue();
    }

    @Test
    void anotherProcessMaySealTheSameLogAndNeitherSignsAnythingElse() {
        try (LogOfItsOwn second = new LogOfItsOwn(database)) {
            LogBuilder builder = second.builder(TestKeystore.shared());
            builder.start();
            await().until(() -> builder.state().equals(new SealingState.Working()));
            for (int i = 0; i < 20; i++) {
                log.sell(node, "for-two-" + i, "2026-11-20T12:00:00Z", Dishes.khinkali(5));
                awaitSealed(log.head() + 1);
            }
            builder.stop();

            assertThat(side.bean(LogBuilder.class).state()).isEqualTo(new SealingState.Working());
            assertThat(builder.state()).isEqualTo(new SealingState.Working());
            assertThat(second.inspection().difference(second.table().latest().orElseThrow()))
                    .isNull();
        }
    }

    @Test
    void aSaleHasAProofByWhatItsReceiptSays() {
        TlogProof proof = TlogProof.parse(bytes("/api/v1/nodes/VAKE/sales/7/proof"));

        EventLine event = EventLine.parse(text(String.format(Locale.ROOT, "/api/v1/events?from=%d", proof.index()))
                .lines()
                .findFirst()
                .orElseThrow()
                .getBytes(StandardCharsets.UTF_8));
        assertThat(event.entry().stream()).isEqualTo("sale:VAKE:0000000007");
        assertThat(event.entry().type()).isEqualTo("sale.recorded");
        assertThat(proof.leadsToCheckpoint(event.entry().leaf())).isTrue();
        assertThat(TlogProof.parse(bytes("/api/v1/nodes/VAKE/sales/VAKE:7/proof"))
                        .index())
                .isEqualTo(proof.index());
        expectProblem("/api/v1/nodes/VAKE/sales/VAKE:../proof", 404, "sale-unknown");
        expectProblem("/api/v1/nodes/VAKE/sales/BATUMI:7/proof", 400, "bad-request");
        expectProblem("/api/v1/nodes/VAKE/sales/99999/proof", 404, "sale-unknown");
        expectProblem("/api/v1/nodes/VAKE/sales/007/proof", 400, "bad-request");
    }

    @Test
    void anExportIsVouchedForByAnEventThatIsInTheLog(@TempDir Path directory) throws IOException {
        long position = 3 + 3 * 50 - 1;
        side.caughtUpTo(position);
        String period = "?from=2026-11-01&to=2026-11-30&position=" + position;
        Path file = Files.write(directory.resolve("sales.csv"), bytes("/api/v1/exports/sales" + period));

        byte[] manifest = posted("/api/v1/exports/sales/manifest" + period);
        byte[] again = posted("/api/v1/exports/sales/manifest" + period);

        Path kept = Files.write(directory.resolve("manifest"), manifest);
        Verifier verifier = new Verifier(TlogPolicy.of(List.of(key()), List.of(), 0), new Progress(line -> {}));
        assertThat(verifier.export(file, kept)).asString().contains("The file has the");
        assertThat(verifier.export(file, kept).outcome()).isEqualTo(Verdict.Outcome.VALID);
        assertThat(new String(ExportManifest.parse(manifest).event().payload(), StandardCharsets.UTF_8))
                .contains("\"rows\":50")
                .contains("\"position\":152");
        assertThat(ExportManifest.parse(again).event().entry().position())
                .isEqualTo(ExportManifest.parse(manifest).event().entry().position());
        Files.writeString(file, "one more", StandardOpenOption.APPEND);
        assertThat(verifier.export(file, kept).outcome()).isEqualTo(Verdict.Outcome.INVALID);
    }

    @Test
    void theSameFileHasOneEventUpToWhicheverPositionItIsAskedFor() {
        awaitSealed(log.head() + 1);
        side.caughtUpTo(log.head());
        String period = "/api/v1/exports/sales/manifest?from=2026-11-01&to=2026-11-30";
        ExportManifest first = ExportManifest.parse(posted(period));
        long head = log.head();

        for (int i = 0; i < 3; i++) {
            awaitSealed(log.head() + 1);
            side.caughtUpTo(log.head());
            assertThat(ExportManifest.parse(posted(period)).event().entry())
                    .isEqualTo(first.event().entry());
        }
        assertThat(ExportManifest.parse(posted(period + "&position=" + log.head()))
                        .event()
                        .entry())
                .isEqualTo(first.event().entry());

        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void anAccountCanHaveOnlySoManyFilesVouchedForInAnHour() {
        WebTestClient auditor = side.clientAs("AUDITOR");

        List<Integer> statuses = IntStream.rangeClosed(1, 61)
                .map(i -> auditor.post()
                        .uri("/api/v1/exports/sales/manifest?from=2025-01-01&to=2025-01-01&position=10")
                        .exchange()
                        .returnResult(byte[].class)
                        .getStatus()
                        .value())
                .boxed()
                .toList();

        assertThat(statuses.subList(0, 60)).containsOnly(200);
        assertThat(statuses.getLast()).isEqualTo(429);
    }

    @Test
    void earlierCheckpointsCanBeHadBySize() {
        List<Long> sizes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            log.sell(node, "earlier-" + i, "2026-11-20T13:00:00Z", Dishes.khinkali(5));
            awaitSealed(log.head() + 1);
            sizes.add(log.head() + 1);
        }

        SignedCheckpoint earlier = SignedCheckpoint.parse(bytes("/api/v1/audit/checkpoints/" + sizes.getFirst()));

        assertThat(TlogPolicy.of(List.of(key()), List.of(), 0)
                        .trust(earlier)
                        .checkpoint()
                        .size())
                .isEqualTo(sizes.getFirst());
        side.client()
                .get()
                .uri("/api/v1/audit/checkpoints?limit=1&below=" + sizes.getLast())
                .exchange()
                .expectBody()
                .jsonPath("$.data.checkpoints.length()")
                .isEqualTo(1)
                .jsonPath("$.data.checkpoints[0].size")
                .isEqualTo(sizes.getFirst())
                .jsonPath("$.data.checkpoints[0].root")
                .isEqualTo(earlier.checkpoint().root().base64())
                .jsonPath("$.data.below")
                .isEqualTo(sizes.getFirst());
        expectProblem("/api/v1/audit/checkpoints/" + (sizes.getFirst() - 1), 404, "checkpoint-unknown");
        expectProblem("/api/v1/audit/checkpoints/x", 400, "bad-request");
        expectProblem("/api/v1/audit/checkpoints?limit=1001", 400, "bad-request");
        expectProblem("/api/v1/audit/rotations", 404, "key-never-rotated");
    }

    @Test
    void thePageSaysHowTheLogStandsAndChecksAProof() {
        assertThat(page("/audit?position=5"))
                .contains(checkpoint().checkpoint().origin(), key().toString())
                .contains("New events are sealed as they come.", "c2sp.org/tlog-proof@v1")
                .contains("checkpoints go out without cosignatures of nodes")
                .as("nothing on it is live")
                .doesNotContain("htmx", "app.js", "id=\"connection\"");
        side.caughtUpTo(log.head());
        assertThat(page("/")).contains("checkpoints go out without cosignatures of nodes", "/explorer/events/");
        assertThat(page("/audit?position=9,999,999"))
                .contains("No checkpoint covers that position.", "value=\"9999999\"");
        String event = text("/api/v1/events?from=5").lines().findFirst().orElseThrow();
        String proof = text("/api/v1/audit/proofs/5");
        assertThat(checked(event, proof)).contains("The proof holds.", "The event at position 5,");
        assertThat(checked(event, text("/api/v1/audit/proofs/6")))
                .contains("The proof does not hold.", "is for position 6");
        assertThat(checked("nonsense", proof)).contains("what was pasted cannot be used", "The event cannot be used");
    }

    @Test
    void aLongFormIsCheckedAndOnlyATooLongOneIsTurnedAway() {
        String proof = text("/api/v1/audit/proofs/5");
        String nonsense = "n".repeat(400_000);

        assertThat(checked(nonsense, proof)).contains("what was pasted cannot be used", "The event cannot be used");
        form("n".repeat(600_000), proof).expectStatus().isEqualTo(413);
        assertThat(form("", proof)
                        .expectStatus()
                        .isBadRequest()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("Paste the event, too.");
    }

    private static WebTestClient.ResponseSpec form(String event, String proof) {
        return side.client()
                .post()
                .uri("/audit")
                .accept(MediaType.TEXT_HTML)
                .body(BodyInserters.fromFormData("event", event).with("proof", proof))
                .exchange();
    }

    private static String checked(String event, String proof) {
        return page(form(event, proof));
    }

    private static String page(String path) {
        return page(side.client().get().uri(path).accept(MediaType.TEXT_HTML).exchange());
    }

    private static String page(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static byte[] posted(String path) {
        return Objects.requireNonNull(side.client()
                .post()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() {
        long size = log.head() + 1;

        expectProblem("/api/v1/audit/proofs/" + (size + 100), 404, "position-not-sealed");
        expectProblem("/api/v1/audit/proofs/-1", 400, "bad-request");
        expectProblem("/api/v1/audit/consistency", 400, "bad-request");
        expectProblem("/api/v1/audit/consistency?from=9999999", 409, "size-not-reached");
        expectProblem("/tile/0/999", 404, "tile-unknown");
        expectProblem("/tile/0/000.p/300", 404, "tile-unknown");
        expectProblem("/tile/entries/999", 404, "tile-unknown");
        expectProblem("/tile/60/000", 404, "tile-unknown");
        expectProblem("/tile/nonsense", 404, "tile-unknown");
    }

    private static void expectProblem(String path, int status, String code) {
        side.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private static Tile tile(TileCoordinates coordinates) {
        return Tile.read(bytes("/" + coordinates.path()), coordinates.width());
    }

    private static SignedCheckpoint checkpoint() {
        return SignedCheckpoint.parse(bytes("/checkpoint"));
    }

    private static VerifierKey key() {
        return VerifierKey.parse(text("/api/v1/audit/verifier-key").strip());
    }

    private static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String path) {
        return Objects.requireNonNull(side.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }
}
