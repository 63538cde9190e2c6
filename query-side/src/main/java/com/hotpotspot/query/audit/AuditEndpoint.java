package com.hotpotspot.query.audit;

import com.hotpotspot.access.OpenToSignedIn;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.openapi.PlainText;
import com.hotpotspot.query.web.Answers;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Problem;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.merkle.Hash;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * Proofs that an event is in the log, and that the log grew and was not rewritten. They tell nothing of what happened.
 */
@RestController
final class AuditEndpoint {

    private static final int USUAL_CHECKPOINTS = 100;
    private static final int MOST_CHECKPOINTS = 1_000;

    private final PublishedTree tree;
    private final AuditQueries queries;
    private final EarlierCheckpoints earlier;

    AuditEndpoint(PublishedTree tree, AuditQueries queries, EarlierCheckpoints earlier) {
        this.tree = tree;
        this.queries = queries;
        this.earlier = earlier;
    }

    /** How the audit log stands. */
    @GetMapping("/api/v1/audit")
    @Operation(operationId = "auditReport", summary = "How the audit log stands")
    @OpenToSignedIn
    Answer<AuditReport> report(ServerWebExchange exchange) {
        Parameters.none(exchange);
        return Answers.of(queries.report());
    }

    /** A {@code .tlog-proof} file for one event, with the checkpoint that covers it. */
    @GetMapping("/api/v1/audit/proofs/{position}")
    @Operation(
            operationId = "eventProof",
            summary = "Prove that an event is in the log",
            description =
                    "A `.tlog-proof` (c2sp.org/tlog-proof) with the checkpoint that covers the event, about a second after it was recorded.")
    @PlainText("A `.tlog-proof` file (c2sp.org/tlog-proof).")
    @ApiResponse(
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "The name of the file.",
                            schema = @Schema(example = "attachment; filename=\"4711.tlog-proof\"")))
    @AuditCode.Refused(AuditCode.POSITION_NOT_SEALED)
    @OpenToSignedIn
    ResponseEntity<byte[]> proof(@PathVariable String position, ServerWebExchange exchange) {
        Parameters.none(exchange);
        return ProofFile.of(queries, Parameters.position("position", position));
    }

    /** What was signed before, the largest first; the next ones below the smallest of these. */
    @GetMapping("/api/v1/audit/checkpoints")
    @Operation(
            operationId = "checkpoints",
            summary = "The sizes of earlier checkpoints",
            description = "The largest first. The next ones come with `below` as the answer has it.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "below",
            description = "Only smaller ones, in events; the latest if left out.",
            example = "4000",
            schema = @Schema(type = "integer", minimum = "1"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "How many; 100 if left out, 1000 at most.",
            example = "100",
            schema = @Schema(type = "integer", minimum = "1"))
    @OpenToSignedIn
    Answer<CheckpointList> checkpoints(ServerWebExchange exchange) {
        Parameters parameters = Parameters.of(exchange, "below", "limit");
        Long below = parameters.position("below");
        int limit = parameters.limit(USUAL_CHECKPOINTS, MOST_CHECKPOINTS);
        List<EarlierCheckpoint> checkpoints = earlier.below(below == null ? Long.MAX_VALUE : below, limit).stream()
                .map(one -> new EarlierCheckpoint(one.size(), one.root().base64(), one.signedAt()))
                .toList();
        return Answers.of(CheckpointList.of(checkpoints, limit));
    }

    /** One of them, to the byte as it was signed, with the cosignatures that came for it. */
    @GetMapping("/api/v1/audit/checkpoints/{size}")
    @Operation(
            operationId = "checkpointOfSize",
            summary = "An earlier signed checkpoint",
            description = "As it was signed, with all cosignatures that came. Not every size has one.")
    @PlainText("A signed note (c2sp.org/tlog-checkpoint).")
    @AuditCode.Refused(AuditCode.CHECKPOINT_UNKNOWN)
    @OpenToSignedIn
    ResponseEntity<byte[]> checkpoint(@PathVariable String size, ServerWebExchange exchange) {
        Parameters.none(exchange);
        long wanted = Parameters.whole("size", size);
        SignedCheckpoint checkpoint = earlier.of(wanted)
                .orElseThrow(() -> Problem.of(
                        AuditCode.CHECKPOINT_UNKNOWN,
                        "No checkpoint over just " + wanted
                                + " events was published. GET /api/v1/audit/checkpoints?below=" + wanted
                                + " tells of the next smaller ones."));
        return ResponseEntity.ok()
                .contentType(ProofFile.TEXT)
                .cacheControl(CacheControl.noStore())
                .body(checkpoint.bytes());
    }

    /** How the log's key was followed by others, as {@code verify --rotations} reads it. */
    @GetMapping("/api/v1/audit/rotations")
    @Operation(
            operationId = "keyRotations",
            summary = "How each key of the log followed the one before",
            description = "The file that `hotpotspot verify` takes with `--rotations`.")
    @PlainText("A line for each key that followed another.")
    @AuditCode.Refused(AuditCode.KEY_NEVER_ROTATED)
    @OpenToSignedIn
    ResponseEntity<byte[]> rotations(ServerWebExchange exchange) {
        Parameters.none(exchange);
        byte[] lines = earlier.rotations();
        if (lines.length == 0) {
            throw Problem.of(AuditCode.KEY_NEVER_ROTATED, "The log has signed with one key only so far.");
        }
        return ResponseEntity.ok()
                .contentType(ProofFile.TEXT)
                .cacheControl(CacheControl.noStore())
                .body(lines);
    }

    /** One hash in base64 on each line, as {@code verify consistency} reads them. */
    @GetMapping("/api/v1/audit/consistency")
    @Operation(
            operationId = "consistencyProof",
            summary = "Prove that the log grew and was not rewritten",
            description = "One hash in base64 on each line.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "from",
            description = "The size of the earlier checkpoint, in events.",
            required = true,
            example = "4000",
            schema = @Schema(type = "integer"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "The size of the later one, in events; the log's own if left out.",
            example = "4712",
            schema = @Schema(type = "integer"))
    @PlainText("One hash in base64 on each line.")
    @AuditCode.Refused(AuditCode.SIZE_NOT_REACHED)
    @OpenToSignedIn
    ResponseEntity<String> consistency(ServerWebExchange exchange) {
        Parameters parameters = Parameters.of(exchange, "from", "to");
        long size = tree.size();
        long from = size(parameters.position("from"), "from", size);
        Long given = parameters.position("to");
        long to = given == null ? size : size(given, "to", size);
        if (from > to) {
            throw Problem.invalid("from", "is larger than to");
        }
        String lines = tree.consistency(from, to).orElseThrow(() -> notGrown(to, size)).path().stream()
                .map(Hash::base64)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return ResponseEntity.ok()
                .contentType(ProofFile.TEXT)
                .cacheControl(CacheControl.noStore())
                .body(lines);
    }

    private static long size(@Nullable Long given, String name, long size) {
        if (given == null) {
            throw Problem.invalid(name, "is missing: it is the size of the earlier checkpoint");
        }
        if (given > size) {
            throw notGrown(given, size);
        }
        return given;
    }

    private static Problem notGrown(long wanted, long size) {
        return Problem.of(
                AuditCode.SIZE_NOT_REACHED,
                String.format(Locale.ROOT, "The log has %d sealed events, not yet %d.", size, wanted));
    }
}
