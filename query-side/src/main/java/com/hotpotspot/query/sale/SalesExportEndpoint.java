package com.hotpotspot.query.sale;

import com.hotpotspot.access.Roles;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.query.web.BlockingWork;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/**
 * The regulator's file of sales and mints. It is a pure function of period and position: the same request gives the
 * same bytes, whenever it is made.
 *
 * <p>It is read in pages as the client takes them, each in a transaction of its own: however slow the client is, it
 * holds neither memory nor a connection nor an old snapshot of the database.
 */
@RestController
final class SalesExportEndpoint {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");

    private static final int PAGE = 1_000;

    /** About 25 KB of CSV: the network layer may ask for dozens of buffers ahead of a slow client. */
    private static final int ROWS_PER_BUFFER = 100;

    private final SalesRegister register;
    private final BlockingWork blocking;

    SalesExportEndpoint(SalesRegister register, BlockingWork blocking) {
        this.register = register;
        this.blocking = blocking;
    }

    @GetMapping("/api/v1/exports/sales")
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.REGULATOR, Role.AUDITOR})
    ResponseEntity<Flux<DataBuffer>> export(ServerWebExchange exchange) {
        Parameters parameters = Parameters.of(exchange, "from", "to", "format", "position");
        String format = parameters.text("format");
        if (format != null && !format.equals("csv")) {
            throw Problem.invalid("format", "must be csv");
        }
        RequestedPeriod requested = RequestedPeriod.of(parameters);
        long position = reached(parameters.position("position"));
        Period all = register.daysAt(position);
        Period period = all == null ? requested.withoutSales() : requested.within(all);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName(period, position), StandardCharsets.US_ASCII)
                                .build()
                                .toString())
                .header("Hotpotspot-Position", Long.toString(position))
                .body(period == null ? Flux.just(buffer(SalesCsv.header())) : csv(period, position));
    }

    private long reached(@Nullable Long wanted) {
        long position = register.position();
        if (wanted == null) {
            return position;
        }
        if (wanted > position) {
            throw Problem.conflict(
                    "position-not-reached",
                    "The register has reached position %d, not yet %d".formatted(position, wanted));
        }
        return wanted;
    }

    private static String fileName(@Nullable Period period, long position) {
        return period == null
                ? "sales_at-%d.csv".formatted(position)
                : "sales_%s_%s_at-%d.csv".formatted(period.from(), period.to(), position);
    }

    private Flux<DataBuffer> csv(Period period, long position) {
        Flux<List<RegisteredSale>> pages = Flux.generate(() -> register.boundsAt(position, period), (bounds, sink) -> {
            List<RegisteredSale> sales = bounds.isEmpty() ? List.of() : register.read(period, position, bounds, PAGE);
            if (sales.isEmpty()) {
                sink.complete();
                return bounds;
            }
            sink.next(sales);
            return bounds.after(sales.getLast());
        });
        Flux<byte[]> rows =
                pages.concatMapIterable(SalesExportEndpoint::parts, 1).map(SalesCsv::rows);
        return Flux.concat(Flux.just(SalesCsv.header()), rows)
                .map(SalesExportEndpoint::buffer)
                .subscribeOn(blocking.scheduler());
    }

    private static List<List<RegisteredSale>> parts(List<RegisteredSale> page) {
        return IntStream.iterate(0, start -> start < page.size(), start -> start + ROWS_PER_BUFFER)
                .mapToObj(start -> page.subList(start, Math.min(page.size(), start + ROWS_PER_BUFFER)))
                .toList();
    }

    private static DataBuffer buffer(byte[] bytes) {
        return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
    }
}
