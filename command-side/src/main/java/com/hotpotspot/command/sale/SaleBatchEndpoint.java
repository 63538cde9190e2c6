package com.hotpotspot.command.sale;

import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Channel;
import com.hotpotspot.command.web.Callers;
import com.hotpotspot.events.sale.SaleOrigin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The doors for many sales at once: what a till saved while it was offline, and history from before the system. A batch
 * is a list of independent sales; each line gets its own outcome, in order.
 */
@RestController
class SaleBatchEndpoint {

    private static final String NDJSON = "application/x-ndjson";

    private final SalesDesk desk;
    private final SaleLines lines;
    private final JsonMapper json;

    SaleBatchEndpoint(SalesDesk desk, SaleLines lines, JsonMapper json) {
        this.desk = desk;
        this.lines = lines;
        this.json = json;
    }

    @PostMapping(path = "/api/v1/sales/batch", consumes = NDJSON)
    void recordBatch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        record(SaleOrigin.TILL, Channel.TILL, request, response);
    }

    @PostMapping(path = "/api/v1/imports/sales", consumes = NDJSON)
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
        for (int i = 0; i < batch.size(); i++) {
            BatchLine outcome = outcome(i + 1, batch.get(i), origin, caller);
            out.write(json.writeValueAsBytes(outcome));
            out.write('\n');
        }
        out.flush();
    }

    private BatchLine outcome(int number, byte[] line, SaleOrigin origin, Caller caller) {
        return switch (lines.read(line, origin)) {
            case SaleLines.Understood(RecordSale sale) -> BatchLine.of(number, desk.record(sale, caller));
            case SaleLines.Faulty problem ->
                BatchLine.refused(number, problem.code(), problem.reason(), problem.errors());
        };
    }
}
