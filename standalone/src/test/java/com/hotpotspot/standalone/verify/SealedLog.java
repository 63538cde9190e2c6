package com.hotpotspot.standalone.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.eventlog.EventLine;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.tlog.checkpoint.Checkpoint;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.merkle.CompactRange;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.merkle.MerkleTree;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSigner;
import com.hotpotspot.tlog.proof.TlogProof;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A log in memory: lines as it publishes them, and checkpoints over them that it signed. */
final class SealedLog {

    private static final String ORIGIN = "hotpotspot.example/audit";
    private static final NoteSigner SIGNER = NoteSigner.ofLog(new KeyName(ORIGIN), seed(1));
    private static final Instant OPENING = Instant.parse("2026-11-22T09:12:05.123Z");
    private static final NodeId VAKE = new NodeId("VAKE");

    static final String KEY = SIGNER.verifierKey().toString();
    static final List<NoteSigner> WITNESSES = IntStream.rangeClosed(1, 3)
            .mapToObj(n -> NoteSigner.ofWitness(
                    new KeyName("witness.example/w" + n), seed(10 + n), InstantSource.fixed(OPENING)))
            .toList();

    private final List<StoredEvent> events;
    private final List<Hash> leaves;

    private SealedLog(List<StoredEvent> events) {
        this.events = events;
        this.leaves = lines().stream()
                .map(line -> com.hotpotspot.tlog.event.EventLine.parse(line.getBytes(UTF_8))
                        .entry()
                        .leaf())
                .toList();
    }

    static SealedLog of(List<StoredEvent> events) {
        return new SealedLog(List.copyOf(events));
    }

    static SealedLog withSales(int sales) {
        return of(IntStream.range(0, sales).mapToObj(n -> sale(n, n)).toList());
    }

    /** A sale that could be at that position. */
    static StoredEvent sale(int position, int number) {
        SaleNumber sale = new SaleNumber(Integer.toString(number));
        List<SaleItem> items = List.of(new SaleItem("KHI", "ხინკალი", "Dumplings", 5, Tetri.of(180)));
        SaleRecorded payload = new SaleRecorded(
                SaleId.of(VAKE, sale),
                VAKE,
                sale,
                new TerminalId("TILL-1"),
                OPENING.plusSeconds(position),
                items,
                Tetri.of(900),
                null,
                SaleOrigin.TILL);
        return new StoredEvent(
                position,
                String.format(Locale.ROOT, "sale:VAKE:%010d", number),
                0,
                new UUID(0x01935f5c3f607000L, number),
                "sale.recorded",
                "1",
                OPENING.plusSeconds(position),
                EventJson.mapper().writeValueAsBytes(payload),
                EventJson.metadata(Map.of("account", "till-1", "role", "POS_TERMINAL:VAKE")));
    }

    List<StoredEvent> events() {
        return events;
    }

    /** Without their line feeds. */
    List<String> lines() {
        return events.stream().map(SealedLog::line).toList();
    }

    String dump() {
        return dump(lines());
    }

    static String dump(List<String> lines) {
        return String.join("\n", lines) + '\n';
    }

    SignedCheckpoint checkpoint(int size) {
        return SignedCheckpoint.by(SIGNER, new Checkpoint(ORIGIN, size, root(0, size)));
    }

    SignedCheckpoint cosignedCheckpoint(int size, int witnesses) {
        SignedCheckpoint checkpoint = checkpoint(size);
        return checkpoint.with(WITNESSES.subList(0, witnesses).stream()
                .map(witness -> witness.sign(checkpoint.note().text()))
                .toList());
    }

    TlogProof proof(int position, int size) {
        return new TlogProof(tree(size).inclusionProof(position), checkpoint(size));
    }

    /** As text, a hash a line. */
    String consistencyProof(int earlier, int size) {
        StringBuilder lines = new StringBuilder();
        tree(size)
                .consistencyProof(earlier)
                .path()
                .forEach(hash -> lines.append(hash.base64()).append('\n'));
        return lines.toString();
    }

    private MerkleTree tree(int size) {
        return new MerkleTree(
                size, (level, index) -> root(Math.toIntExact(index << level), Math.toIntExact(index + 1 << level)));
    }

    private Hash root(int from, int to) {
        CompactRange range = CompactRange.empty();
        leaves.subList(from, to).forEach(range::append);
        return range.root();
    }

    private static String line(StoredEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        EventLine.write(event, line);
        return line.toString(UTF_8).stripTrailing();
    }

    private static byte[] seed(int value) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) value);
        return seed;
    }
}
