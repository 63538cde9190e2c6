package com.hotpotspot.query.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.merkle.HashReader;
import com.hotpotspot.tlog.note.InvalidSignatureException;
import com.hotpotspot.tlog.note.NoteSignature;
import com.hotpotspot.tlog.note.SignedNote;
import com.hotpotspot.tlog.note.VerifierKey;
import com.hotpotspot.tlog.tile.Tile;
import com.hotpotspot.tlog.tile.TileCoordinates;
import com.hotpotspot.tlog.tile.TileHashReader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the tree, the checkpoints and the keys in the schema {@code audit}. Writes belong into a transaction. */
@Component
class TreeTable {

    private static final Logger LOG = LoggerFactory.getLogger(TreeTable.class);

    private static final String FOREIGN =
            " Somebody has written it with the password of hps_query: give that role a new"
                    + " one, and take such rows away as the owner of the schema.";

    /** Rows that are no checkpoints and are looked past. */
    private static final int MOST_FORGED = 100;

    private final JdbcClient jdbc;
    private final JdbcOperations rows;
    private final Supplier<Optional<LogKeys>> keystore;
    private final Cache<String, Sealed> genuine =
            Caffeine.newBuilder().maximumSize(MOST_FORGED).build();

    /** @param keystore the log's keys, where this process has them */
    @Autowired
    TreeTable(JdbcClient jdbc, JdbcOperations rows, ObjectProvider<LogKeys> keystore) {
        this(jdbc, rows, () -> Optional.ofNullable(keystore.getIfAvailable()));
    }

    TreeTable(JdbcClient jdbc, JdbcOperations rows, Supplier<Optional<LogKeys>> keystore) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.keystore = keystore;
    }

    /** Until the end of the transaction nobody else adds anything. */
    void lock() {
        rows.query("select audit.take_turn()", row -> {});
    }

    /** The last checkpoint; empty before the first. */
    Optional<Sealed> latest() {
        return first("select size, signed_at, note from audit.checkpoint order by size desc limit ?");
    }

    /** The checkpoint of just that size; empty if none was signed. */
    Optional<Sealed> checkpoint(long size) {
        return first("select size, signed_at, note from audit.checkpoint where size = ? limit ?", size);
    }

    /** The smallest checkpoint that covers a position; empty if none does yet. */
    Optional<Sealed> firstCovering(long position) {
        return first(
                "select size, signed_at, note from audit.checkpoint where size > ? order by size limit ?", position);
    }

    /**
     * The first row that is a checkpoint at all. What is none was never written by us, and is passed over.
     *
     * @param sql ends with a limit
     */
    private Optional<Sealed> first(String sql, Object... parameters) {
        List<Optional<Sealed>> read = checkpoints(sql, 1, parameters);
        if (read.size() == 1 && read.getFirst().isEmpty()) {
            read = checkpoints(sql, MOST_FORGED, parameters);
        }
        Optional<Sealed> found = read.stream().flatMap(Optional::stream).findFirst();
        if (found.isEmpty() && read.size() == MOST_FORGED) {
            throw new BrokenLogException(String.format(
                    Locale.ROOT,
                    "The table audit.checkpoint has %d rows and more that are no checkpoints." + FOREIGN,
                    MOST_FORGED));
        }
        return found;
    }

    private List<Optional<Sealed>> checkpoints(String sql, int limit, Object... parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .param(limit)
                .query((row, number) -> sealed(row))
                .list();
    }

    /** Those over fewer events, the largest first. */
    List<Sealed> checkpointsBelow(long size, int limit) {
        return checkpoints(
                        "select size, signed_at, note from audit.checkpoint where size < ? order by size desc limit ?",
                        limit,
                        size)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Of the last so many checkpoints the newest one that at least {@code quorum} of these witnesses have signed. */
    Optional<Sealed> latestCosigned(List<VerifierKey> witnesses, int quorum, int among) {
        return jdbc.sql("select size, signed_at, note from"
                        + " (select * from audit.checkpoint order by size desc limit :among) c"
                        + " where (select count(*) from audit.cosignature w"
                        + " where w.size = c.size and w.witness in (:witnesses)) >= :quorum"
                        + " order by size desc limit 1")
                .param("among", among)
                .param(
                        "witnesses",
                        witnesses.stream().map(VerifierKey::toString).toList())
                .param("quorum", quorum)
                .query((row, number) -> sealed(row))
                .optional()
                .flatMap(found -> found);
    }

    /** The size of the last checkpoint that a witness has signed; 0 if there is none. */
    long lastCosigned(VerifierKey witness) {
        return jdbc.sql("select coalesce(max(size), 0) from audit.cosignature where witness = ?")
                .param(witness.toString())
                .query(Long.class)
                .single();
    }

    /** Empty if that is no checkpoint over so many events, or bears a signature of ours that is none. */
    private Optional<Sealed> sealed(ResultSet row) throws SQLException {
        long size = row.getLong("size");
        long signedAt = row.getLong("signed_at");
        String note = row.getString("note");
        Sealed known = genuine.getIfPresent(note);
        if (known != null && known.size() == size && known.signedAt().toEpochMilli() == signedAt) {
            return Optional.of(known);
        }
        try {
            SignedNote read = SignedNote.parse(note);
            read.verifiedBy(keystore.get().map(LogKeys::verifierKeys).orElse(List.of()));
            Sealed sealed = new Sealed(SignedCheckpoint.of(read), Instant.ofEpochMilli(signedAt));
            FormatException.unless(sealed.size() == size, "the note is over another number of events");
            genuine.put(note, sealed);
            return Optional.of(sealed);
        } catch (FormatException | InvalidSignatureException e) {
            LOG.debug("A row of audit.checkpoint, size {}, holds no checkpoint", size, e);
            return Optional.empty();
        }
    }

    /** What witnesses have put under the checkpoint of that size. */
    List<NoteSignature> cosignatures(long size) {
        return jdbc
                .sql("select line from audit.cosignature where size = ? order by witness")
                .param(size)
                .query((row, number) -> signature(size, row.getString("line")))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<NoteSignature> signature(long size, String line) {
        try {
            return Optional.of(NoteSignature.parse(line));
        } catch (FormatException e) {
            LOG.debug("A row of audit.cosignature, size {}, holds no signature", size, e);
            return Optional.empty();
        }
    }

    void cosigned(long size, VerifierKey witness, NoteSignature cosignature) {
        jdbc.sql("insert into audit.cosignature (size, witness, line) values (?, ?, ?) on conflict do nothing")
                .params(size, witness.toString(), cosignature.line().stripTrailing())
                .update();
    }

    /** @throws BrokenLogException if others have written where these belong */
    void add(List<Segment> segments) {
        try {
            rows.batchUpdate(
                    "insert into audit.segment (level, first, hashes) values (?, ?, ?)",
                    segments,
                    segments.size(),
                    (PreparedStatement insert, Segment segment) -> {
                        insert.setInt(1, segment.level());
                        insert.setLong(2, segment.first());
                        insert.setBytes(3, segment.bytes());
                    });
        } catch (DuplicateKeyException e) {
            throw new BrokenLogException("The table audit.segment has rows beyond what was signed." + FOREIGN, e);
        }
    }

    /** @throws BrokenLogException if others have written where this belongs */
    void add(Sealed latest) {
        try {
            jdbc.sql("insert into audit.checkpoint (size, signed_at, note) values (?, ?, ?)")
                    .params(
                            latest.size(),
                            latest.signedAt().toEpochMilli(),
                            latest.checkpoint().note().toString())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new BrokenLogException(
                    String.format(
                            Locale.ROOT,
                            "The table audit.checkpoint has a row of size %d that is no checkpoint of this log."
                                    + FOREIGN,
                            latest.size()),
                    e);
        }
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
