package com.hotpotspot.query.sale;

import com.hotpotspot.query.pool.Purpose;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Writes;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/** Files of sales and mints: which one a request is about, and its bytes. */
@Component
final class SalesFiles {

    private static final int PAGE = 1_000;

    /** About 25 KB of CSV: the network layer may ask for dozens of buffers ahead of a slow client. */
    private static final int ROWS_PER_PART = 100;

    private final SalesRegister register;

    SalesFiles(SalesRegister register) {
        this.register = register;
    }

    /** @throws Problem if there can be no such file, or not yet */
    SalesFile asked(ServerWebExchange exchange) {
        Parameters parameters = Parameters.of(exchange, "from", "to", "format", "position");
        SalesFormat format = SalesFormat.asked(parameters.text("format"));
        RequestedPeriod requested = RequestedPeriod.of(parameters);
        long position = reached(parameters.position("position"));
        Period all = register.daysAt(position);
        return new SalesFile(format, all == null ? requested.withoutSales() : requested.within(all), position);
    }

    /** How many events files are without, because the register could not take them in. */
    long parked() {
        return register.parked();
    }

    /** The same file under the name that all requests for its bytes agree on: by the last change that it shows. */
    SalesFile named(SalesFile file) {
        Period period = file.period();
        return period == null
                ? new SalesFile(file.format(), null, 0)
                : new SalesFile(file.format(), period, Math.max(0, register.lastChangeAt(file.position(), period)));
    }

    private long reached(@Nullable Long wanted) {
        long position = register.position();
        if (wanted == null) {
            return position;
        }
        if (wanted > position) {
            throw Writes.notReached(position, wanted);
        }
        return wanted;
    }

    /** The file's bytes from beginning to end, each part read when it is asked for. */
    Flux<byte[]> parts(SalesFile file) {
        SalesFormat format = file.format();
        return Flux.concat(Flux.just(format.header()), sales(file).map(format::rows));
    }

    /** The rows without the header. */
    Flux<List<RegisteredSale>> sales(SalesFile file) {
        Period period = file.period();
        if (period == null) {
            return Flux.empty();
        }
        long position = file.position();
        Flux<List<RegisteredSale>> pages =
                Flux.generate(() -> Purpose.PIECE.get(() -> register.boundsAt(position, period)), (bounds, sink) -> {
                    List<RegisteredSale> sales = bounds.isEmpty()
                            ? List.of()
                            : Purpose.PIECE.get(() -> register.read(period, position, bounds, PAGE));
                    if (sales.isEmpty()) {
                        sink.complete();
                        return bounds;
                    }
                    sink.next(sales);
                    return bounds.after(sales.getLast());
                });
        return pages.concatMapIterable(SalesFiles::parts, 1);
    }

    private static List<List<RegisteredSale>> parts(List<RegisteredSale> page) {
        return IntStream.iterate(0, start -> start < page.size(), start -> start + ROWS_PER_PART)
                .mapToObj(start -> page.subList(start, Math.min(page.size(), start + ROWS_PER_PART)))
                .toList();
    }

    /**
     * One file, for ever the same.
     *
     * @param period the business days in it; null if nothing was sold by then
     * @param position up to where in the log it speaks
     */
    record SalesFile(SalesFormat format, @Nullable Period period, long position) {

        String name() {
            String of = format == SalesFormat.CSV ? "sales" : "sales-2";
            return period == null
                    ? String.format(Locale.ROOT, "%s_at-%d.csv", of, position)
                    : String.format(Locale.ROOT, "%s_%s_%s_at-%d.csv", of, period.from(), period.to(), position);
        }
    }
}
