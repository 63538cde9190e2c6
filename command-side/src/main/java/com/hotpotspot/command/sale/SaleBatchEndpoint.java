package com.hotpotspot.command.sale;

import com.hotpotspot.access.Roles;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Channel;
import com.hotpotspot.command.web.Callers;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.openapi.Lines;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The doors for many sales at once: what a till saved while it was offline, and history from before the system. A batch
 * is a list of independent sales; each line gets its own outcome, in order.
 */
@RestController
class SaleBatchEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(SaleBatchEndpoint.class);
    private static final String NDJSON = "application/x-ndjson";
    /** Enough to fill a commit while the one before is on its way to the disk. */
    private static final int IN_FLIGHT = 1_024;

    private final SalesDesk desk;
    private final SaleLines lines;
    private final Receipts receipts;
    private final JsonMapper json;

    SaleBatchEndpoint(SalesDesk desk, SaleLines lines, Receipts receipts, JsonMapper json) {
        this.desk = desk;
        this.lines = lines;
        this.receipts = receipts;
        this.json = json;
    }

    @PostMapping(path = "/api/v1/sales/batch", consumes = NDJSON)
    @Roles({Role.NETWORK_OWNER, Role.POS_TERMINAL})
    @Lines(request = SaleDocument.class, answer = BatchLine.class)
    void recordBatch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        record(SaleOrigin.TILL, Channel.TILL, request, response);
    }

    @PostMapping(path = "/api/v1/imports/sales", consumes = NDJSON)
    @Roles(Role.NETWORK_OWNER)
    @Lines(request = SaleDocument.class, answer = BatchLine.class)
    void importSales(HttpServletRequest request, HttpServletResponse response) throws IOException {
        record(SaleOrigin.IMPORT, Channel.IMPORT, request, response);
    }

    private void record(SaleOrigin origin, Channel channel, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // The whole batch is read first, so that one that is too long is refused before anything is recorded.
        List<byte[]> batch = lines.split(request.getInputStream());
        Caller caller = Callers.of(request, channel);
        response.setContentType(NDJSON);
        OutputStream out = response.getOutputStream();
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            Deque<Future<BatchLine>> inFlight = new ArrayDeque<>();
            Map<SaleId, Future<BatchLine>> seen = new HashMap<>();
            for (int i = 0; i < batch.size(); i++) {
                inFlight.add(dispatch(i + 1, lines.read(batch.get(i), origin), caller, seen, lanes));
                if (inFlight.size() == IN_FLIGHT) {
                    write(inFlight.remove(), out);
                }
            }
            while (!inFlight.isEmpty()) {
                write(inFlight.remove(), out);
            }
        }
        out.flush();
    }

    /** Lines run side by side and share commits; only a line about the same sale as an earlier one waits for that. */
    private Future<BatchLine> dispatch(
            int number,
            SaleLines.Line line,
            Caller caller,
            Map<SaleId, Future<BatchLine>> seen,
            ExecutorService lanes) {
        return switch (line) {
            case SaleLines.Understood(RecordSale sale) -> {
                Future<BatchLine> earlier = seen.get(sale.sale());
                Future<BatchLine> outcome = lanes.submit(() -> {
                    if (earlier != null) {
                        earlier.get();
                    }
                    return record(number, sale, caller);
                });
                seen.put(sale.sale(), outcome);
                yield outcome;
            }
            case SaleLines.Faulty problem ->
                CompletableFuture.completedFuture(
                        BatchLine.refused(number, problem.code(), problem.reason(), problem.errors()));
        };
    }

    private BatchLine record(int number, RecordSale sale, Caller caller) {
        try {
            return BatchLine.of(number, desk.record(sale, caller), receipts);
        } catch (EventLogUnavailableException e) {
            // The answer has begun, so this cannot become a status; the till sends such lines again. Of thousands of
            // lines each would be a line of our own log, which has the cause from the appender.
            LOG.debug("A line of a batch could not be recorded", e);
            return BatchLine.refused(number, "log-unavailable", "The log cannot be reached; try again.", List.of());
        }
    }

    private void write(Future<BatchLine> outcome, OutputStream out) throws IOException {
        try {
            out.write(json.writeValueAsBytes(outcome.get()));
            out.write('\n');
        } catch (ExecutionException e) {
            throw new IllegalStateException("a line of a batch failed in a way nobody thought of", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a batch was being recorded", e);
        }
    }
}
