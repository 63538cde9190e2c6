package com.hotpotspot.command.sale;

import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.web.Bodies;
import com.hotpotspot.command.web.BodyTooLargeException;
import com.hotpotspot.command.web.CommandCode;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.limits.ByteBudget;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * One batch on its way through: each line is recorded as soon as it was read, side by side with those before it, and
 * answered in order. No more of it is in memory than what is being recorded.
 */
final class SaleBatch {

    private static final Logger LOG = LoggerFactory.getLogger(SaleBatch.class);

    /** Enough to fill a commit while the one before is on its way to the disk. */
    private static final int LINES_IN_FLIGHT = 1_024;

    private static final long BYTES_IN_FLIGHT = 1024 * 1024;

    private final Commands commands;
    private final SaleLines lines;
    private final Receipts receipts;
    private final JsonMapper json;
    private final SaleOrigin origin;
    private final Caller caller;
    private final ByteBudget<AccountId>.Share share;
    private final HeldAnswers answers;

    private final Deque<InFlight> inFlight = new ArrayDeque<>();
    private final Map<SaleId, Future<BatchLine>> underWay = new HashMap<>();
    private long bytesInFlight;

    SaleBatch(
            Commands commands,
            SaleLines lines,
            Receipts receipts,
            JsonMapper json,
            SaleOrigin origin,
            Caller caller,
            ByteBudget<AccountId>.Share share,
            HeldAnswers answers) {
        this.commands = commands;
        this.lines = lines;
        this.receipts = receipts;
        this.json = json;
        this.origin = origin;
        this.caller = caller;
        this.share = share;
        this.answers = answers;
    }

    /** Records all lines, or those before the one that is beyond the limit, which is refused for the rest of them. */
    void record(BatchReader reader) throws IOException {
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            int number = 0;
            try {
                int taken = 0;
                for (Optional<BatchReader.Line> next = reader.next(); next.isPresent(); next = reader.next()) {
                    BatchReader.Line line = next.get();
                    number = line.number();
                    if (taken++ == Bodies.BATCH_LINES) {
                        enqueue(tooLong(number, "A batch has at most " + Bodies.BATCH_LINES + " lines;"));
                        break;
                    }
                    dispatch(line, lanes);
                }
            } catch (BodyTooLargeException e) {
                enqueue(tooLong(number + 1, "A batch has at most " + Bodies.BATCH + " bytes;"));
            }
            while (!inFlight.isEmpty()) {
                answerTheFirst();
            }
        }
        answers.send();
    }

    private static InFlight tooLong(int number, String limit) {
        return InFlight.refused(BatchLine.refused(
                number,
                null,
                GeneralCode.CONTENT_TOO_LARGE,
                limit + " this line and those after it were not read. Send them in another batch.",
                List.of()));
    }

    private void dispatch(BatchReader.Line line, ExecutorService lanes) throws IOException {
        int size = line.content().length;
        while (!inFlight.isEmpty()
                && (inFlight.size() >= LINES_IN_FLIGHT
                        || bytesInFlight + size > BYTES_IN_FLIGHT
                        || !share.tryTake(size))) {
            answerTheFirst();
        }
        if (inFlight.isEmpty() && !share.tryTake(size)) {
            enqueue(InFlight.refused(BatchLine.refused(
                    line.number(),
                    null,
                    GeneralCode.OVERLOADED,
                    "Too much is under way; send this line again.",
                    List.of())));
            return;
        }
        switch (lines.read(line, origin)) {
            case SaleLines.Understood(RecordSale sale) ->
                enqueue(new InFlight(size, sale.sale(), begin(line.number(), sale, lanes)));
            case SaleLines.Faulty faulty ->
                enqueue(new InFlight(
                        size,
                        null,
                        CompletableFuture.completedFuture(BatchLine.refused(
                                line.number(),
                                faulty.sale().orElse(null),
                                faulty.code(),
                                faulty.reason(),
                                faulty.errors()))));
        }
    }

    private void enqueue(InFlight line) {
        inFlight.add(line);
        bytesInFlight += line.bytes();
    }

    /** Lines run side by side and share commits; only a line about the same sale as an earlier one waits for that. */
    private Future<BatchLine> begin(int number, RecordSale sale, ExecutorService lanes) {
        Future<BatchLine> earlier = underWay.get(sale.sale());
        Future<BatchLine> outcome = lanes.submit(() -> {
            if (earlier != null) {
                earlier.get();
            }
            return record(number, sale);
        });
        underWay.put(sale.sale(), outcome);
        return outcome;
    }

    private BatchLine record(int number, RecordSale sale) {
        try {
            return BatchLine.of(number, commands.send(sale, caller), receipts);
        } catch (CommandRefused e) {
            return BatchLine.refused(number, sale.sale(), e.code(), e.reason(), List.of());
        } catch (EventLogUnavailableException e) {
            // The answer has begun, so this cannot become a status; the till sends such lines again. Of thousands of
            // lines each would be a line of our own log, which has the cause from the appender.
            LOG.debug("A line of a batch could not be recorded", e);
            return BatchLine.refused(
                    number,
                    sale.sale(),
                    CommandCode.LOG_UNAVAILABLE,
                    "The log cannot be reached; try again.",
                    List.of());
        }
    }

    private void answerTheFirst() throws IOException {
        InFlight first = inFlight.remove();
        try {
            answers.add(json.writeValueAsBytes(first.outcome().get()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a line of a batch failed in a way nobody thought of", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a batch was being recorded", e);
        } finally {
            bytesInFlight -= first.bytes();
            share.giveBack(first.bytes());
            if (first.sale() != null) {
                underWay.remove(first.sale(), first.outcome());
            }
        }
    }

    /** A line that was read and is not yet answered. */
    private record InFlight(long bytes, @Nullable SaleId sale, Future<BatchLine> outcome) {

        static InFlight refused(BatchLine line) {
            return new InFlight(0, null, CompletableFuture.completedFuture(line));
        }
    }
}
