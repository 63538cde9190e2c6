package com.hotpotspot.standalone.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.tlog.checkpoint.Checkpoint;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSignature;
import com.hotpotspot.tlog.note.NoteSigner;
import com.hotpotspot.tlog.note.VerifierKey;
import com.hotpotspot.tlog.witness.AddCheckpoint;
import com.hotpotspot.tlog.witness.Witness;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The subcommand over real HTTP. */
class WitnessCommandTest {

    private static final NoteSigner LOG = NoteSigner.ofLog(new KeyName("log.example/audit"), new byte[32]);
    private static final Pattern PORT = Pattern.compile("listens on port ([0-9]+) ");

    @TempDir
    private Path parent;

    @Test
    void cosignsAndRemembersOverARestart() throws Exception {
        VerifierKey key = VerifierKey.parse(printedKey());
        try (Running witness = new Running()) {
            assertThat(witness.get("/verifier-key").body()).isEqualTo(key + "\n");

            HttpResponse<String> answer = witness.post("/add-checkpoint", request(0, 1, 'a'));

            assertThat(answer.statusCode()).isEqualTo(200);
            NoteSignature cosignature =
                    NoteSignature.parse(answer.body().lines().findFirst().orElseThrow());
            assertThat(key.verifies(checkpoint(1, 'a').note().text(), cosignature))
                    .isTrue();
        }
        // As a crash in the middle of a write would leave it.
        try (var files = Files.list(parent.resolve("witness/checkpoints"))) {
            Path kept = files.findFirst().orElseThrow();
            Files.writeString(kept.resolveSibling(kept.getFileName() + ".new"), "half a che");
        }
        try (Running again = new Running()) {
            assertThat(again.post("/add-checkpoint", request(0, 1, 'b')))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(409))
                    .satisfies(answer -> assertThat(answer.body()).isEqualTo("1\n"))
                    .satisfies(answer -> assertThat(answer.headers().firstValue("Content-Type"))
                            .contains("text/x.tlog.size"));
            assertThat(again.post("/add-checkpoint", request(1, 1, 'b')).statusCode())
                    .isEqualTo(409);
            assertThat(again.post("/add-checkpoint", request(1, 1, 'a')).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void showsWhatItCosignedLastToWhoeverLostIt() throws Exception {
        printedKey();
        String door = "/" + Witness.nameOf("log.example/audit") + "/checkpoint";
        try (Running witness = new Running()) {
            assertThat(witness.get(door).statusCode()).isEqualTo(404);
            witness.post("/add-checkpoint", request(0, 1, 'a'));
        }
        try (Running again = new Running()) {
            HttpResponse<String> shown = again.get(door);

            assertThat(shown.statusCode()).isEqualTo(200);
            assertThat(SignedCheckpoint.parse(shown.body().getBytes(UTF_8)).checkpoint())
                    .isEqualTo(checkpoint(1, 'a').checkpoint());
            assertThat(again.post(door, new byte[0]).statusCode()).isEqualTo(405);
            assertThat(again.get("/" + "0".repeat(64) + "/checkpoint").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void saysWhatItCannotDo() throws Exception {
        printedKey();
        try (Running witness = new Running()) {
            assertThat(witness.get("/add-checkpoint").statusCode()).isEqualTo(405);
            assertThat(witness.get("/").statusCode()).isEqualTo(404);
            assertThat(witness.post("/add-checkpoint", new byte[AddCheckpoint.LONGEST + 1])
                            .statusCode())
                    .isEqualTo(413);
            assertThat(witness.post("/add-checkpoint", new byte[0]).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void keepsItsKeyAndItsName() throws IOException {
        String key = printedKey();

        assertThat(printedKey()).isEqualTo(key).startsWith("witness.example/vake+");
        StringWriter err = new StringWriter();
        assertThat(command(err, new StringWriter(), new CountDownLatch(1))
                        .execute("--data", data(), "--name", "witness.example/gori", "--print-key"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("is called witness.example/vake");
        assertThat(Files.readAllBytes(parent.resolve("witness/keystore"))).isNotEmpty();
    }

    @Test
    void twoDoNotShareADirectory() throws Exception {
        printedKey();
        try (Running witness = new Running()) {
            StringWriter err = new StringWriter();
            assertThat(witness.get("/verifier-key").statusCode()).isEqualTo(200);

            assertThat(command(err, new StringWriter(), new CountDownLatch(1))
                            .execute(
                                    "--data", data(), "--log", LOG.verifierKey().toString(), "--port", "0"))
                    .isEqualTo(1);

            assertThat(err.toString()).contains("in use by another instance");
        }
    }

    @Test
    void needsALogAndAtFirstAName() {
        StringWriter err = new StringWriter();

        assertThat(command(err, new StringWriter(), new CountDownLatch(1)).execute("--data", data()))
                .isEqualTo(2);
        assertThat(command(err, new StringWriter(), new CountDownLatch(1))
                        .execute("--data", data(), "--log", "nonsense"))
                .isEqualTo(2);
        assertThat(command(err, new StringWriter(), new CountDownLatch(1)).execute("--data", data(), "--print-key"))
                .isEqualTo(1);

        assertThat(err.toString())
                .contains("At least one --log must be given")
                .contains("--log cannot be used")
                .contains("A new witness needs a name");
    }

    @Test
    void aLimitThatIsNoneKeepsItFromStarting() {
        printedKey();
        StringWriter err = new StringWriter();

        assertThat(command(
                                Map.of("HOTPOTSPOT_LIMITS_CONNECTIONS_PERADDRESS", "0"),
                                err,
                                new StringWriter(),
                                new CountDownLatch(1))
                        .execute("--data", data(), "--log", LOG.verifierKey().toString(), "--port", "0"))
                .isEqualTo(1);

        assertThat(err.toString()).contains("hotpotspot.limits");
    }

    /** Of connections that wait, and of requests that never come to an end, from one address. */
    @Test
    void aCrowdKeepsNobodyOut() throws Exception {
        printedKey();
        List<Socket> crowd = new ArrayList<>();
        try (Running witness = new Running(Map.of(
                "HOTPOTSPOT_LIMITS_CONNECTIONS_INALL", "40", "HOTPOTSPOT_LIMITS_CONNECTIONS_PERADDRESS", "20"))) {
            for (int i = 0; i < 60; i++) {
                Socket one = witness.connected();
                crowd.add(one);
                if (i % 3 == 1) {
                    send(one, "GET /verifier-key HTTP/1.1\r\nHost: loc");
                } else if (i % 3 == 2) {
                    send(one, "POST /add-checkpoint HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\nold 0");
                }
            }

            assertThat(witness.get("/verifier-key").statusCode()).isEqualTo(200);
            assertThat(witness.post("/add-checkpoint", request(0, 1, 'a')).statusCode())
                    .isEqualTo(200);
            await().until(() ->
                    crowd.stream().filter(one -> !isClosedByTheOtherEnd(one)).count() <= 20);
        } finally {
            for (Socket one : crowd) {
                one.close();
            }
        }
    }

    @Test
    void whoNeverSendsAllOfARequestIsNotWaitedForForEver() throws Exception {
        printedKey();
        try (Running witness = new Running(Map.of(
                        "HOTPOTSPOT_LIMITS_DEADLINES_HEADER", "1s", "HOTPOTSPOT_LIMITS_DEADLINES_SILENCE", "1s"));
                Socket nothing = witness.connected();
                Socket header = witness.connected();
                Socket body = witness.connected()) {
            send(header, "GET /verifier-key HTTP/1.1\r\nX-Slow: ");
            send(body, "POST /add-checkpoint HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n");

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Stream.of(header, body).allMatch(slow -> !trickle(slow)));
            assertThat(nothing.getInputStream().read()).isEqualTo(-1);
        }
    }

    /** However much they say that they will send, and however they send it. */
    @Test
    void noMoreOfABodyIsTakenThanACheckpointNeeds() throws Exception {
        printedKey();
        try (Running witness = new Running();
                Socket announced = witness.connected();
                Socket endless = witness.connected()) {
            send(announced, "POST /add-checkpoint HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n");
            assertThat(new BufferedReader(new InputStreamReader(announced.getInputStream(), UTF_8)).readLine())
                    .startsWith("HTTP/1.1 413");

            send(endless, "POST /add-checkpoint HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
            String part = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
            long taken = 0;
            while (taken < 100_000_000 && trySend(endless, part)) {
                taken += part.length();
            }
            assertThat(taken).isLessThan(100_000_000);
        }
    }

    /**
     * So many that their bodies together are more than may be under way; whoever sends little has a turn after them.
     */
    @Test
    void bodiesThatAreHeldBackAreNotHeldInMemoryWithoutEnd() throws Exception {
        printedKey();
        List<Socket> crowd = new ArrayList<>();
        try (Running witness = new Running(
                Map.of("HOTPOTSPOT_LIMITS_BYTES_INALLKIB", "4096", "HOTPOTSPOT_LIMITS_BYTES_PERACCOUNTKIB", "1024"))) {
            String held = "POST /add-checkpoint HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n"
                    + "x".repeat(59_000);
            for (int i = 0; i < 30; i++) {
                Socket one = witness.connected();
                crowd.add(one);
                send(one, held);
            }

            await().until(() -> crowd.stream().anyMatch(WitnessCommandTest::isAnsweredThatItIsTooMuch));
            assertThat(witness.get("/verifier-key").statusCode()).isEqualTo(200);
            for (Socket one : crowd) {
                one.close();
            }
            await().until(() ->
                    witness.post("/add-checkpoint", request(0, 1, 'a')).statusCode() == 200);
        } finally {
            for (Socket one : crowd) {
                one.close();
            }
        }
    }

    private static boolean isAnsweredThatItIsTooMuch(Socket socket) {
        try {
            byte[] start = "HTTP/1.1 429".getBytes(UTF_8);
            return socket.getInputStream().available() >= start.length
                    && Arrays.equals(socket.getInputStream().readNBytes(start.length), start);
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isClosedByTheOtherEnd(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException gone) {
            return true;
        }
    }

    private static boolean trickle(Socket socket) {
        return trySend(socket, "x") && !isClosedByTheOtherEnd(socket);
    }

    private static boolean trySend(Socket socket, String text) {
        try {
            send(socket, text);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    private String printedKey() {
        StringWriter out = new StringWriter();
        assertThat(command(new StringWriter(), out, new CountDownLatch(1))
                        .execute("--data", data(), "--name", "witness.example/vake", "--print-key"))
                .isZero();
        return out.toString().strip();
    }

    private String data() {
        return parent.resolve("witness").toString();
    }

    private static CommandLine command(StringWriter err, StringWriter out, CountDownLatch end) {
        return command(Map.of(), err, out, end);
    }

    private static CommandLine command(
            Map<String, String> environment, StringWriter err, StringWriter out, CountDownLatch end) {
        return new CommandLine(new WitnessCommand(environment, end))
                .setErr(new PrintWriter(err, true))
                .setOut(new PrintWriter(out, true));
    }

    private static byte[] request(long oldSize, long size, char tree) {
        return new AddCheckpoint(oldSize, List.of(), checkpoint(size, tree)).bytes();
    }

    private static SignedCheckpoint checkpoint(long size, char tree) {
        return SignedCheckpoint.by(
                LOG, new Checkpoint("log.example/audit", size, Hash.ofLeaf(new byte[] {(byte) tree})));
    }

    /** A witness, until the end of a block. */
    private final class Running implements AutoCloseable {

        private final CountDownLatch end = new CountDownLatch(1);
        private final StringWriter out = new StringWriter();
        private final CompletableFuture<Integer> code;
        private final HttpClient http = HttpClient.newHttpClient();
        private final int port;

        Running() {
            this(Map.of());
        }

        Running(Map<String, String> environment) {
            code = CompletableFuture.supplyAsync(() -> command(environment, new StringWriter(), out, end)
                    .execute("--data", data(), "--log", LOG.verifierKey().toString(), "--port", "0"));
            await().until(() -> PORT.matcher(out.toString()).find());
            Matcher matcher = PORT.matcher(out.toString());
            assertThat(matcher.find()).isTrue();
            port = Integer.parseInt(matcher.group(1));
        }

        Socket connected() throws IOException {
            return new Socket(InetAddress.getByName("127.0.0.1"), port);
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return http.send(request(path).build(), BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, byte[] body) throws IOException, InterruptedException {
            return http.send(
                    request(path).POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(
                    URI.create(String.format(Locale.ROOT, "http://127.0.0.1:%d/w%s", port, path)));
        }

        @Override
        public void close() {
            http.close();
            end.countDown();
            assertThat(code.join()).isZero();
        }
    }
}
