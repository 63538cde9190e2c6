package com.hotpotspot.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.query.witness.ChosenWitness;
import com.hotpotspot.verifier.checkpoint.SignedCheckpoint;
import com.hotpotspot.verifier.format.FormatException;
import com.hotpotspot.verifier.merkle.ConsistencyProof;
import com.hotpotspot.verifier.note.NoteSignature;
import com.hotpotspot.verifier.witness.AddCheckpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * Asks one witness to cosign checkpoints (c2sp.org/tlog-witness). It believes nothing that the witness answers before
 * the signature is verified. Not safe for several threads at once.
 */
final class WitnessClient {

    private static final int CONFLICT = 409;
    private static final int LONGEST_ANSWER = 16_384;
    private static final Pattern SIZE = Pattern.compile("[0-9]{1,18}");

    private final HttpClient http;
    private final ChosenWitness witness;
    private final URI door;
    private final Duration patience;
    private long confirmed;

    /**
     * @param confirmed the size that the witness has cosigned last, as far as is known; it says itself if that is wrong
     * @param patience for each request
     */
    WitnessClient(HttpClient http, ChosenWitness witness, long confirmed, Duration patience) {
        this.http = http;
        this.witness = witness;
        this.confirmed = confirmed;
        this.patience = patience;
        String base = witness.url().toString();
        this.door = URI.create(base + (base.endsWith("/") ? "" : "/") + "add-checkpoint");
    }

    /**
     * The witness's signature under a checkpoint.
     *
     * @param proofs the proof that the checkpoint's tree continues the one of some size
     * @throws IOException if the witness cannot be reached or does not cosign; the message says why
     */
    NoteSignature cosign(SignedCheckpoint checkpoint, LongFunction<ConsistencyProof> proofs)
            throws IOException, InterruptedException {
        long size = checkpoint.checkpoint().size();
        HttpResponse<InputStream> answer = ask(checkpoint, proofs, Math.min(confirmed, size));
        String body = body(answer);
        if (answer.statusCode() == CONFLICT) {
            confirmed = latestSize(body, size);
            answer = ask(checkpoint, proofs, confirmed);
            body = body(answer);
        }
        if (answer.statusCode() != 200) {
            throw new IOException(
                    String.format(Locale.ROOT, "it answered %d: %s", answer.statusCode(), firstLine(body)));
        }
        NoteSignature cosignature = verified(checkpoint, body);
        confirmed = size;
        return cosignature;
    }

    private HttpResponse<InputStream> ask(
            SignedCheckpoint checkpoint, LongFunction<ConsistencyProof> proofs, long oldSize)
            throws IOException, InterruptedException {
        AddCheckpoint request = new AddCheckpoint(oldSize, proofs.apply(oldSize).path(), checkpoint);
        try {
            return http.send(
                    HttpRequest.newBuilder(door)
                            .timeout(patience)
                            .POST(BodyPublishers.ofByteArray(request.bytes()))
                            .build(),
                    BodyHandlers.ofInputStream());
        } catch (ConnectException e) {
            // The platform gives no reason.
            throw new IOException("nobody answers at its address", e);
        } catch (HttpTimeoutException e) {
            throw new IOException("it does not answer in time", e);
        }
    }

    private static String body(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream in = answer.body()) {
            byte[] body = in.readNBytes(LONGEST_ANSWER + 1);
            if (body.length > LONGEST_ANSWER) {
                throw new IOException("its answer is too long");
            }
            return new String(body, UTF_8);
        }
    }

    private static long latestSize(String body, long size) throws IOException {
        String text = body.strip();
        if (!SIZE.matcher(text).matches()) {
            throw new IOException("it has signed another size, and does not say which");
        }
        long latest = Long.parseLong(text);
        if (latest > size) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "it has signed a checkpoint over %d events already, beyond this one over %d",
                    latest,
                    size));
        }
        return latest;
    }

    private NoteSignature verified(SignedCheckpoint checkpoint, String body) throws IOException {
        for (String line : body.lines().toList()) {
            try {
                NoteSignature signature = NoteSignature.parse(line);
                if (witness.key().verifies(checkpoint.note().text(), signature)) {
                    return signature;
                }
            } catch (FormatException e) {
                throw new IOException("its answer is no signature: " + e.getMessage(), e);
            }
        }
        throw new IOException("it answered with no valid signature of its key");
    }

    private static String firstLine(String body) {
        String line = body.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
