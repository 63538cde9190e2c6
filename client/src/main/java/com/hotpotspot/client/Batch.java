package com.hotpotspot.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.money.Units;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Flow;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A batch on its way: one line of JSON out for each sale, one line back for each, in order. What has been heard once is
 * not told again, so that a batch which goes twice over a breaking connection is reported once.
 */
final class Batch {

    private final List<SaleSlip> slips;
    private final BiConsumer<SaleSlip, Outcome> heard;
    private int told;
    private @Nullable RuntimeException failure;

    Batch(List<SaleSlip> slips, BiConsumer<SaleSlip, Outcome> heard) {
        this.slips = slips;
        this.heard = heard;
    }

    /** The sales as NDJSON, encoded as they are sent; the same again for every attempt. */
    BodyPublisher lines() {
        return BodyPublishers.ofByteArrays(() -> slips.stream().map(Batch::line).iterator());
    }

    /** Hears the answers line by line as they come in; the body of any other status is kept as text. */
    BodyHandler<String> answers() {
        return head -> head.statusCode() == 200
                ? BodySubscribers.fromLineSubscriber(new Answers(), ignored -> "", UTF_8, null)
                : BodyHandlers.ofString().apply(head);
    }

    /**
     * @throws IOException if the answers ended early, as they do when a proxy or a dying server closes in good order
     */
    synchronized void requireAllAnswered() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (told < slips.size()) {
            throw new IOException(String.format(Locale.ROOT, "only %d of %d sales were answered", told, slips.size()));
        }
    }

    private static byte[] line(SaleSlip slip) {
        return (EventJson.mapper().writeValueAsString(slip) + '\n').getBytes(UTF_8);
    }

    private synchronized void hear(int line, String text) {
        JsonNode answer = HttpDoor.json(text);
        if (line > slips.size() || answer.path("line").asInt(-1) != line) {
            throw new UnexpectedAnswerException(String.format(
                    Locale.ROOT, "Line %d of a batch of %d was answered with: %s", line, slips.size(), text));
        }
        if (line > told) {
            told = line;
            heard.accept(slips.get(line - 1), outcome(answer));
        }
    }

    private static Outcome outcome(JsonNode answer) {
        Units minted = Units.of(answer.path("mintedUnits").asLong(0));
        return switch (answer.path("status").asString("")) {
            case "accepted" -> new Outcome.Accepted(minted);
            case "replayed" -> new Outcome.Replayed(minted);
            case "refused" ->
                new Outcome.Refused(
                        answer.path("code").asString("unknown"),
                        Problem.withFields(
                                answer.path("error").asString("no reason was given"), answer.path("errors")));
            default -> throw new UnexpectedAnswerException("A line of a batch was answered with: " + answer);
        };
    }

    private synchronized void fail(RuntimeException first) {
        failure = failure == null ? first : failure;
    }

    private synchronized boolean failed() {
        return failure != null;
    }

    /** The answers of one attempt. */
    private final class Answers implements Flow.Subscriber<String> {

        private int line;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String text) {
            if (text.isBlank() || failed()) {
                return;
            }
            try {
                hear(++line, text);
            } catch (RuntimeException e) {
                // Thrown from here, it would look like a broken connection.
                fail(e);
            }
        }

        @Override
        public void onError(Throwable broken) {
            // The exchange fails with it and says so.
        }

        @Override
        public void onComplete() {
            // Whether every line was answered is asked for after the exchange.
        }
    }
}
