package com.hotpotspot.standalone.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.standalone.drill.Flood.Wave;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Every kind of flood that strangers, and two who have signed in, were seen or thought to make. */
final class HighTide {

    private static final Duration AT_ONCE = Duration.ofMillis(20);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration A_BYTE_NOW_AND_THEN = Duration.ofMillis(500);

    /** With the others more than one side lets in altogether. */
    private static final int IDLE = 1_900;

    private static final int MANY = 150;
    private static final int SOME = 40;
    private static final int FORMS = 600;
    private static final int FEW = 4;
    private static final int MOST_CONNECTIONS_OF_FILES = 3;

    private static final String PROGRAM = "Accept: application/json\r\n";
    private static final String BROWSER = "Accept: text/html,application/xhtml+xml;q=0.9\r\n";
    private static final List<String> ODD_TYPES = List.of(
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "application/xml",
            "text/plain; charset=utf-7",
            "application/x-ndjson",
            "yaml",
            "*/*",
            ";;;",
            "application/json; charset=\"");
    private static final List<String> ISSUER_DOORS = List.of(
            "/oauth2/token",
            "/oauth2/introspect",
            "/oauth2/revoke",
            "/oauth2/par",
            "/oauth2/device_authorization",
            "/userinfo",
            "/sign-in");
    private static final List<String> OPEN_DOORS = List.of(
            "/tile/entries/000",
            "/tile/entries/000.p/7",
            "/tile/0/000",
            "/tile/entries/001",
            "/checkpoint",
            "/api/v1/audit/checkpoints");

    private final List<Flood> floods = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final URI commandSide;
    private final URI querySide;
    private final int idle;
    private int nextAddress = 2;

    private HighTide(URI commandSide, URI querySide) {
        this.commandSide = commandSide;
        this.querySide = querySide;
        this.idle = Math.min(IDLE, openFiles() / 2 / MOST_CONNECTIONS_OF_FILES);
    }

    /**
     * @param till the header of a till that has gone mad, with a terminal of its own
     * @param analyst the header of an account that reads streams
     */
    static List<Flood> of(URI commandSide, URI querySide, Supplier<String> till, Supplier<String> analyst) {
        HighTide tide = new HighTide(commandSide, querySide);
        tide.connections(till);
        tide.issuer();
        tide.strangers();
        tide.openDoors();
        tide.bombs(till);
        tide.batches(till);
        tide.followers(analyst);
        return List.copyOf(tide.floods);
    }

    private void connections(Supplier<String> till) {
        for (URI side : List.of(commandSide, querySide)) {
            flood("open and silent", side, idle, 12, SOON, Attacker::awaitEnd);
            flood(
                    "half a header",
                    side,
                    MANY,
                    1,
                    SOON,
                    it -> it.send("GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nX-Half: ")
                            .awaitEnd());
            flood(
                    "a header byte by byte",
                    side,
                    SOME,
                    1,
                    SOON,
                    it -> it.send("GET / HTTP/1.1\r\nX: ").trickle("abcdefgh", A_BYTE_NOW_AND_THEN));
            flood(
                    "answered and silent",
                    side,
                    MANY,
                    1,
                    SOON,
                    it -> it.send("GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .awaitEnd());
            flood("a stranger's body byte by byte", side, SOME, 1, SOON, body(side, () -> ""));
            flood("a till's body byte by byte", side, SOME, 1, SOON, body(side, till));
        }
        flood(
                "a token form byte by byte",
                commandSide,
                SOME,
                1,
                SOON,
                it -> it.send(head("POST", "/oauth2/token", commandSide, form()) + "Content-Length: 100000\r\n\r\n")
                        .trickle("grant_type=client_credentials&", A_BYTE_NOW_AND_THEN));
        flood(
                "a sign-in form of a size that is taken, byte by byte",
                commandSide,
                FORMS,
                3,
                AT_ONCE,
                it -> it.send(head("POST", "/sign-in", commandSide, form()) + "Content-Length: 20000\r\n\r\n")
                        .trickle("username=", A_BYTE_NOW_AND_THEN));
    }

    private static Wave body(URI side, Supplier<String> header) {
        return it -> it.send(head("POST", "/api/v1/sales", side, header.get() + "Content-Type: application/json\r\n")
                        + "Content-Length: 100000\r\n\r\n{")
                .trickle(" ", A_BYTE_NOW_AND_THEN);
    }

    private void issuer() {
        flood(
                "sessions of the issuer",
                commandSide,
                FEW,
                1,
                AT_ONCE,
                it -> it.send(head(
                                        "GET",
                                        "/oauth2/authorize?response_type=code&client_id=pages&scope=openid&state="
                                                + turn()
                                                + "&redirect_uri="
                                                + querySide.resolve("/login/oauth2/code/hotpotspot")
                                                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                                                + "&code_challenge_method=S256",
                                        commandSide,
                                        BROWSER)
                                + "Connection: close\r\n\r\n")
                        .answer());
        flood(
                "made-up codes",
                querySide,
                FEW,
                1,
                AT_ONCE,
                it -> it.send(head(
                                        "GET",
                                        "/login/oauth2/code/hotpotspot?code=" + turn() + "&state=" + "A".repeat(200),
                                        querySide,
                                        BROWSER)
                                + "Cookie: HPS-SIGN-IN-" + turn() % 16 + "=" + "B".repeat(43)
                                + "; SESSION=" + turn() + "\r\nConnection: close\r\n\r\n")
                        .answer());
        flood("wrong secrets", commandSide, FEW, 1, AT_ONCE, it -> {
            int turn = turn();
            String body = "grant_type=client_credentials&username=administrator&password=wrong&token=x";
            return it.send(head(
                                    "POST",
                                    ISSUER_DOORS.get(turn % ISSUER_DOORS.size()),
                                    commandSide,
                                    form() + (turn % 2 == 0 ? PROGRAM : BROWSER) + basic(turn))
                            + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                    .answer();
        });
    }

    private void strangers() {
        for (URI side : List.of(commandSide, querySide)) {
            flood("nothing there, oddly asked for", side, FEW, 1, AT_ONCE, it -> {
                int turn = turn();
                String type = ODD_TYPES.get(turn % ODD_TYPES.size());
                String body = "x".repeat(turn % 2_000);
                return it.sendAll((head(
                                                turn % 3 == 0 ? "GET" : "POST",
                                                turn % 2 == 0 ? "/no/such/door/" + turn : "/api/v1/sales/batch?" + turn,
                                                side,
                                                "Content-Type: " + type + "\r\nAccept: " + type + "\r\n")
                                        + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                                .getBytes(UTF_8))
                        .answer();
            });
        }
    }

    private void openDoors() {
        for (URI side : List.of(commandSide, querySide)) {
            flood(
                    "health that nobody waits for",
                    side,
                    MANY,
                    3,
                    AT_ONCE,
                    it -> it.send(head("GET", "/actuator/health", side, "") + "\r\n")
                            .hangUp());
        }
        flood(
                "tiles and entries",
                querySide,
                30,
                1,
                AT_ONCE,
                it -> it.send(head("GET", OPEN_DOORS.get(turn() % OPEN_DOORS.size()), querySide, "")
                                + "Connection: close\r\n\r\n")
                        .answer());
    }

    private void bombs(Supplier<String> till) {
        List<byte[]> bombs = List.of(
                bomb("application/json", "{\"items\":[" + "{},".repeat(80_000) + "{}]}"),
                bomb("application/json", "[".repeat(120_000)),
                bomb("application/json", "{\"a\":".repeat(40_000)),
                bomb("application/json", "{\"nodeId\":" + "9".repeat(200_000) + '}'),
                bomb("multipart/form-data; boundary=x", multipart()),
                bomb("application/x-www-form-urlencoded", "a=b&".repeat(250_000)),
                zipped());
        for (URI side : List.of(commandSide, querySide)) {
            flood("bombs of strangers", side, FEW, 1, AT_ONCE, bomb("/api/v1/sales", side, bombs, () -> ""));
        }
        flood("bombs of a till", commandSide, FEW, 1, SOON, bomb("/api/v1/sales", commandSide, bombs, till));
    }

    private Wave bomb(String path, URI side, List<byte[]> bombs, Supplier<String> header) {
        return it -> it.send(head("POST", path, side, header.get()))
                .sendAll(bombs.get(turn() % bombs.size()))
                .answer();
    }

    /** Each line is a sale that is understood, and refused since there is no such node. */
    private void batches(Supplier<String> till) {
        byte[] lines = """
                {"nodeId":"NOWHERE","saleNumber":"%s","terminalId":"TILL-1","soldAt":"2026-11-22T09:12:05Z","items":[\
                {"code":"KHI","name":"Khinkali","category":"Dumplings","quantity":5,"unitPriceTetri":180}],\
                "totalTetri":900}
                """.formatted(turn()).repeat(4_000).getBytes(UTF_8);
        flood(
                "half-sent batches of a till",
                commandSide,
                SOME,
                1,
                SOON,
                it -> it.send(head("POST", "/api/v1/sales/batch", commandSide, till.get())
                                + "Content-Type: application/x-ndjson\r\nContent-Length: 60000000\r\n\r\n")
                        .sendAll(lines)
                        .trickle("{", A_BYTE_NOW_AND_THEN));
    }

    private void followers(Supplier<String> analyst) {
        flood(
                "followers who do not read",
                querySide,
                MANY,
                1,
                SOON,
                it -> it.send(head("GET", "/api/v1/events?follow=true", querySide, analyst.get()) + "\r\n")
                        .leaveUnread());
        flood(
                "followers who read",
                querySide,
                MANY,
                1,
                SOON,
                it -> it.send(head("GET", "/api/v1/events?follow=true", querySide, analyst.get()) + "\r\n")
                        .awaitEnd());
    }

    private void flood(String name, URI side, int connections, int addresses, Duration pause, Wave wave) {
        List<String> from = IntStream.range(0, addresses)
                .mapToObj(i -> String.format(Locale.ROOT, "127.0.%d.%d", nextAddress / 250, nextAddress++ % 250 + 2))
                .toList();
        floods.add(new Flood(
                name + (side.equals(commandSide) ? " (command side)" : " (query side)"),
                from,
                side,
                connections,
                pause,
                wave));
    }

    private int turn() {
        return turn.getAndIncrement();
    }

    private static String head(String method, String path, URI side, String headers) {
        return method + ' ' + path + " HTTP/1.1\r\nHost: localhost:" + side.getPort() + "\r\n" + headers;
    }

    private static String form() {
        return "Content-Type: application/x-www-form-urlencoded\r\n";
    }

    private static String basic(int turn) {
        String who = turn % 4 == 0 ? "administrator" : turn % 4 == 1 ? "till-7-tbilisi-till-1" : "nobody-" + turn;
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((who + ":wrong-" + turn).getBytes(UTF_8))
                + "\r\n";
    }

    private static String multipart() {
        return "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\n" + "x".repeat(3_000_000)
                + "\r\n--x--\r\n";
    }

    private static byte[] bomb(String type, String body) {
        return ("Content-Type: " + type + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(UTF_8);
    }

    /** Fifty megabytes of nothing. */
    private static byte[] zipped() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 50; i++) {
                zip.write(new byte[1 << 20]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("Content-Type: application/json\r\nContent-Encoding: gzip\r\nConnection: close\r\n"
                        + "Content-Length: " + packed.size() + "\r\n\r\n")
                .getBytes(UTF_8));
        request.writeBytes(packed.toByteArray());
        return request.toByteArray();
    }

    private static int openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? Math.toIntExact(Math.min(Integer.MAX_VALUE, system.getMaxFileDescriptorCount()))
                : IDLE;
    }
}
