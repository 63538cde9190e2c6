package com.hotpotspot.verifier.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.tlog.checkpoint.Checkpoint;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.event.EventLine;
import com.hotpotspot.tlog.merkle.CompactRange;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.merkle.HashesInMemory;
import com.hotpotspot.tlog.merkle.MerkleTree;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSigner;
import com.hotpotspot.tlog.proof.TlogProof;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A log with events in it, its key and three witnesses. */
final class PublishedLog {

    static final String ORIGIN = "hotpotspot.example/audit";
    static final NoteSigner KEY = NoteSigner.ofLog(new KeyName(ORIGIN), seed(1));
    static final List<NoteSigner> WITNESSES = IntStream.rangeClosed(1, 3)
            .mapToObj(n -> NoteSigner.ofWitness(
                    new KeyName("witness.example/w" + n),
                    seed(10 + n),
                    InstantSource.fixed(Instant.parse("2026-11-24T10:00:00Z"))))
            .toList();

    private final List<String> lines = new ArrayList<>();
    private final List<Hash> leaves = new ArrayList<>();

    static PublishedLog withSales(int events) {
        PublishedLog log = new PublishedLog();
        for (int n = 0; n < events; n++) {
            log.append("sale.recorded", sale(n));
        }
        return log;
    }

    static String sale(int n) {
        return "{\"customer\":\"c-1\",\"items\":[{\"category\":\"Dumplings\",\"code\":\"KHI\",\"name\":\"ხინკალი\","
                + "\"quantity\":5,\"unitPriceTetri\":180},{\"category\":\"Drinks\",\"code\":\"BOR\",\"name\":\"ბორჯომი\","
                + "\"quantity\":1,\"unitPriceTetri\":250}],\"node\":\"VAKE\",\"number\":\"" + n
                + "\",\"origin\":\"TILL\",\"sale\":\"VAKE:" + n
                + "\",\"soldAt\":\"2026-11-22T09:12:05.123Z\",\"terminal\":\"TILL-1\",\"totalTetri\":1150}";
    }

    PublishedLog append(String type, String payload) {
        return append(line(lines.size(), type, payload));
    }

    PublishedLog append(String line) {
        lines.add(line);
        leaves.add(EventLine.parse(line.getBytes(UTF_8)).entry().leaf());
        return this;
    }

    static String line(int position, String type, String payload) {
        String metadata = "{\"account\":\"a-1\",\"channel\":\"till\",\"role\":\"POS_TERMINAL\"}";
        return String.format(
                Locale.ROOT,
                "{\"eventId\":\"01935f5c-3f60-7000-8000-%012x\",\"metadata\":%s,\"metadataSha256\":\"%s\",\"payload\":%s,\"payloadSha256\":\"%s\",\"position\":%d,\"revision\":\"1\",\"sequence\":0,\"stream\":\"sale:VAKE:%010d\",\"timestamp\":\"2026-11-22T09:12:05.123Z\",\"type\":\"%s\"}",
                position,
                metadata,
                Hash.sha256(metadata.getBytes(UTF_8)).hex(),
                payload,
                Hash.sha256(payload.getBytes(UTF_8)).hex(),
                position,
                position,
                type);
    }

    List<String> lines() {
        return lines;
    }

    String dump() {
        return String.join("\n", lines) + "\n";
    }

    SignedCheckpoint checkpoint(int size) {
        CompactRange range = CompactRange.empty();
        leaves.subList(0, size).forEach(range::append);
        return SignedCheckpoint.by(KEY, new Checkpoint(ORIGIN, size, range.root()));
    }

    static SignedCheckpoint cosigned(SignedCheckpoint checkpoint, int witnesses) {
        return checkpoint.with(WITNESSES.subList(0, witnesses).stream()
                .map(witness -> witness.sign(checkpoint.note().text()))
                .toList());
    }

    TlogProof proof(int index, int size) {
        return new TlogProof(tree(size).inclusionProof(index), checkpoint(size));
    }

    MerkleTree tree(int size) {
        return new MerkleTree(size, new HashesInMemory(leaves));
    }

    static byte[] seed(int value) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) value);
        return seed;
    }
}
