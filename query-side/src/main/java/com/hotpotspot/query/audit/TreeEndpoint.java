package com.hotpotspot.query.audit;

import com.hotpotspot.access.Public;
import com.hotpotspot.limits.AskedTogether;
import com.hotpotspot.openapi.PlainText;
import com.hotpotspot.query.audit.TreeTable.AdoptedKey;
import com.hotpotspot.query.pool.Purpose;
import com.hotpotspot.query.web.Gzip;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Problem;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.tile.BundleCoordinates;
import com.hotpotspot.tlog.tile.Tile;
import com.hotpotspot.tlog.tile.TileCoordinates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** The log for everybody, in the paths and bytes of c2sp.org/tlog-tiles. Nobody needs to say who they are. */
@RestController
final class TreeEndpoint {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PublishedTree tree;
    private final PackedBundles bundles;
    private final AskedTogether<Optional<SignedCheckpoint>> checkpoint;
    private final AskedTogether<List<AdoptedKey>> adopted;

    TreeEndpoint(PublishedTree tree, PackedBundles bundles, AdoptedKeys keys) {
        this.tree = tree;
        this.bundles = bundles;
        this.checkpoint = new AskedTogether<>(() -> Purpose.WATCH.get(tree::checkpoint));
        this.adopted = new AskedTogether<>(() -> Purpose.WATCH.get(keys::believed));
    }

    @GetMapping("/checkpoint")
    @Operation(operationId = "checkpoint", summary = "The latest signed checkpoint")
    @PlainText("A signed note (c2sp.org/tlog-checkpoint).")
    @AuditCode.Refused(AuditCode.LOG_NOT_SEALED)
    @Public
    ResponseEntity<byte[]> checkpoint(ServerWebExchange exchange) {
        Parameters.none(exchange);
        return ResponseEntity.ok()
                .contentType(ProofFile.TEXT)
                .cacheControl(CacheControl.noStore())
                .body(checkpoint.ask().orElseThrow(TreeEndpoint::nothingYet).bytes());
    }

    /** Tiles of hashes and bundles of entries. */
    @GetMapping("/tile/{*rest}")
    @Operation(
            operationId = "tile",
            summary = "A tile of hashes, or a bundle of entries",
            description =
                    "`rest` has slashes: `<level>/<index>[.p/<width>]` or `entries/<index>[.p/<width>]` as c2sp.org/tlog-tiles says. What a path holds never changes.")
    @ApiResponse(
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema =
                                    @Schema(
                                            description =
                                                    "Hashes of 32 bytes each, or entries, each after its length in two bytes.",
                                            format = "binary")))
    @AuditCode.Refused(AuditCode.TILE_UNKNOWN)
    @Public
    ResponseEntity<byte[]> tile(ServerWebExchange exchange) {
        Parameters.none(exchange);
        String path = exchange.getRequest().getPath().value().substring(1);
        return Purpose.PIECE.get(() -> path.startsWith("tile/entries/")
                ? entries(path, exchange.getRequest().getHeaders())
                : hashes(path));
    }

    private ResponseEntity<byte[]> hashes(String path) {
        TileCoordinates wanted = parsed(() -> TileCoordinates.parse(path));
        return forGood().body(there(tree.tile(wanted).map(Tile::bytes)));
    }

    private ResponseEntity<byte[]> entries(String path, HttpHeaders headers) {
        BundleCoordinates wanted = parsed(() -> BundleCoordinates.parse(path));
        byte[] packed = there(bundles.packed(wanted));
        ResponseEntity.BodyBuilder answer = forGood().varyBy(HttpHeaders.ACCEPT_ENCODING);
        return Gzip.isTaken(headers)
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(packed)
                : answer.body(Gzip.unpack(packed));
    }

    @GetMapping("/api/v1/audit/verifier-key")
    @Operation(operationId = "verifierKey", summary = "The key that checkpoints are signed with now")
    @PlainText("A verifier key (c2sp.org/signed-note).")
    @AuditCode.Refused(AuditCode.LOG_NOT_SEALED)
    @Public
    ResponseEntity<String> verifierKey(ServerWebExchange exchange) {
        Parameters.none(exchange);
        List<AdoptedKey> believed = adopted.ask();
        if (believed.isEmpty()) {
            throw nothingYet();
        }
        return ResponseEntity.ok()
                .contentType(ProofFile.TEXT)
                .body(believed.getLast().verifierKey() + "\n");
    }

    /** What a path holds never changes, a part of a tile included. */
    private static ResponseEntity.BodyBuilder forGood() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(FOR_GOOD);
    }

    private static byte[] there(Optional<byte[]> bytes) {
        return bytes.orElseThrow(
                () -> Problem.of(AuditCode.TILE_UNKNOWN, "The log has not grown to all of that tile yet."));
    }

    private static <T> T parsed(Supplier<T> coordinates) {
        try {
            return coordinates.get();
        } catch (FormatException e) {
            throw Problem.of(AuditCode.TILE_UNKNOWN, "There can be no such tile: " + e.getMessage() + ".");
        }
    }

    private static Problem nothingYet() {
        return Problem.of(AuditCode.LOG_NOT_SEALED, "Nothing of the log was sealed yet.");
    }
}
