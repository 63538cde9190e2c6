package com.hotpotspot.query.audit;

import com.hotpotspot.verifier.checkpoint.SignedCheckpoint;
import com.hotpotspot.verifier.format.FormatException;
import com.hotpotspot.verifier.merkle.Hash;
import com.hotpotspot.verifier.merkle.HashReader;
import com.hotpotspot.verifier.note.NoteSignature;
import com.hotpotspot.verifier.note.SignedNote;
import com.hotpotspot.verifier.note.VerifierKey;
import com.hotpotspot.verifier.tile.Tile;
import com.hotpotspot.verifier.tile.TileCoordinates;
import com.hotpotspot.verifier.tile.TileHashReader;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the tree, the checkpoints and the keys in the schema {@code audit}. Writes belong into a transaction. */
@Component
class TreeTable {

    private static final Logger LOG = LoggerFactory.getLogger(TreeTable.class);

    private final JdbcClient jdbc;
    private final JdbcOperations rows;

    TreeTable(JdbcClient jdbc, JdbcOperations rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Until the end of the transaction nobody else adds anything. */
    void lock() {
        rows.query("select audit.take_turn()", row -> {});
    }

    /** The last checkpoint; empty before the first. */
    Optional<Sealed> latest() {
        return jdbc.sql("select size, signed_at, note from audit.checkpoint order by size desc limit 1")
                .query((row, number) -> sealed(row.getLong("signed_at"), row.getString("note")))
                .optional();
    }

    /** The checkpoint of just that size; empty if none was signed. */
    Optional<Sealed> checkpoint(long size) {
        return jdbc.sql("select signed_at, note from audit.checkpoint where size = ?")
                .param(size)
                .query((row, number) -> sealed(row.getLong("signed_at"), row.getString("note")))
                .optional();
    }

    /** The smallest checkpoint that covers a position; empty if none does yet. */
    Optional<Sealed> firstCovering(long position) {
        return jdbc.sql("select signed_at, note from audit.checkpoint where size > ? order by size limit 1")
                .param(position)
                .query((row, number) -> sealed(row.getLong("signed_at"), row.getString("note")))
                .optional();
    }

    /** Those over fewer events, the largest first. */
    List<Sealed> checkpointsBelow(long size, int limit) {
        return jdbc.sql("select signed_at, note from audit.checkpoint where size < ? order by size desc limit ?")
                .params(size, limit)
                .query((row, number) -> sealed(row.getLong("signed_at"), row.getString("note")))
                .list();
    }

    /** Of the last so many checkpoints the newest one that at least {@code quorum} of these witnesses have signed. */
    Optional<Sealed> latestCosigned(List<VerifierKey> witnesses, int quorum, int among) {
        return jdbc.sql("select signed_at, note from"
                        + " (select * from audit.checkpoint order by size desc limit :among) c"
                        + " where (select count(*) from audit.cosignature w"
                        + " where w.size = c.size and w.witness in (:witnesses)) >= :quorum"
                        + " order by size desc limit 1")
                .param("among", among)
                .param(
                        "witnesses",
                        witnesses.stream().map(VerifierKey::toString).toList())
                .param("quorum", quorum)
                .query((row, number) -> sealed(row.getLong("signed_at"), row.getString("note")))
                .optional();
    }

    /** The size of the last checkpoint that a witness has signed; 0 if there is none. */
    long lastCosigned(VerifierKey witness) {
        return jdbc.sql("select coalesce(max(size), 0) from audit.cosignature where witness = ?")
                .param(witness.toString())
                .query(Long.class)
                .single();
    }

    private static Sealed sealed(long signedAt, String note) {
        return new Sealed(SignedCheckpoint.of(SignedNote.parse(note)), Instant.ofEpochMilli(signedAt));
    }

    /** What witnesses have put under the checkpoint of that size. */
    List<NoteSignature> cosignatures(long size) {
        return jdbc.sql("select line from audit.cosignature where size = ? order by witness")
                .param(size)
                .query((row, number) -> NoteSignature.parse(row.getString("line")))
                .list();
    }

    void cosigned(long size, VerifierKey witness, NoteSignature cosignature) {
        jdbc.sql("insert into audit.cosignature (size, witness, line) values (?, ?, ?) on conflict do nothing")
                .params(size, witness.toString(), cosignature.line().stripTrailing())
                .update();
    }

    void add(List<Segment> segments) {
        rows.batchUpdate(
                "insert into audit.segment (level, first, hashes) values (?, ?, ?)",
                segments,
                segments.size(),
                (PreparedStatement insert, Segment segment) -> {
                    insert.setInt(1, segment.level());
                    insert.setLong(2, segment.first());
                    insert.setBytes(3, segment.bytes());
                });
    }

    void add(Sealed latest) {
        jdbc.sql("insert into audit.checkpoint (size, signed_at, note) values (?, ?, ?)")
                .params(
                        latest.size(),
                        latest.signedAt().toEpochMilli(),
                        latest.checkpoint().note().toString())
                .update();
    }

    /** The keys that are written down here, the first one first; whether they are the log's own is told elsewhere. */
    List<AdoptedKey> keys() {
        return jdbc
                .sql(
                        "select version, verifier_key, coalesce(position, -1) as position from audit.key order by version, verifier_key")
                .query((row, number) ->
                        key(row.getInt("version"), row.getString("verifier_key"), row.getLong("position")))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** What is no key at all was never written by us. */
    private static Optional<AdoptedKey> key(int version, String text, long position) {
        try {
            return Optional.of(new AdoptedKey(version, VerifierKey.parse(text), position));
        } catch (FormatException e) {
            LOG.debug("A row of audit.key, version {}, holds no key", version, e);
            return Optional.empty();
        }
    }

    /** How many keys are written down, be they any or not. */
    long keyRows() {
        return jdbc.sql("select count(*) from audit.key").query(Long.class).single();
    }

    void add(AdoptedKey key) {
        jdbc.sql(
                        "insert into audit.key (version, verifier_key, position) values (?, ?, nullif(?, -1)) on conflict do nothing")
                .params(key.version(), key.verifierKey().toString(), key.position())
                .update();
    }

    /**
     * A tile, or as much of it as those coordinates ask for.
     *
     * @throws FormatException if less than that is kept
     */
    Tile tile(TileCoordinates coordinates) {
        long first = coordinates.index() * Tile.FULL;
        List<Hash> hashes = new ArrayList<>(Tile.FULL);
        rows.query(
                "select first, hashes from audit.segment where level = ? and first >= ? and first < ? order by first",
                row -> {
                    FormatException.unless(
                            row.getLong("first") == first + hashes.size(), "a tile's hashes are not all there");
                    byte[] bytes = row.getBytes("hashes");
                    for (int at = 0; at < bytes.length; at += Hash.BYTES) {
                        hashes.add(Hash.of(bytes, at));
                    }
                },
                coordinates.level(),
                first,
                first + coordinates.width());
        FormatException.unless(hashes.size() >= coordinates.width(), "a tile's hashes are not all there");
        return new Tile(hashes.subList(0, coordinates.width()));
    }

    /** The hashes of the tree at that size. Each tile is read once; not safe for several threads at once. */
    HashReader hashes(long size) {
        Map<TileCoordinates, Tile> read = new HashMap<>();
        return new TileHashReader(size, coordinates -> read.computeIfAbsent(coordinates, this::tile));
    }

    /**
     * A checkpoint and when it was signed.
     *
     * @param signedAt in milliseconds
     */
    record Sealed(SignedCheckpoint checkpoint, Instant signedAt) {

        long size() {
            return checkpoint.checkpoint().size();
        }

        Hash root() {
            return checkpoint.checkpoint().root();
        }
    }

    /**
     * A key that the log signs with.
     *
     * @param version in the keystore
     * @param position where the log tells of it; −1 for the first
     */
    record AdoptedKey(int version, VerifierKey verifierKey, long position) {}
}
