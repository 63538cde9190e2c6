package com.hotpotspot.query.explorer;

import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.query.access.OpenToOversight;
import com.hotpotspot.query.audit.Seals;
import com.hotpotspot.query.layout.InNavigation;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.web.Parameters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;

/** The explorer's pages: the latest events with a field to look for any, one event, one stream. */
@Pages
final class ExplorerPage {

    private static final String PATH = "/explorer";

    /** How many events a list shows at once. */
    private static final int LISTED = 25;

    private final LogReader reader;
    private final Seals seals;

    ExplorerPage(LogReader reader, Seals seals) {
        this.reader = reader;
        this.seals = seals;
    }

    @GetMapping(PATH)
    @InNavigation("explorer.title")
    @OpenToOversight
    String explorer(ServerWebExchange exchange, Model model) {
        Parameters parameters = Parameters.ofPage(exchange);
        Long before = parameters.position("before");
        String typed = parameters.text("q");
        long head = reader.head();
        Finding finding = typed == null ? Finding.NONE : found(typed, head);
        if (finding.path() != null) {
            return "redirect:" + finding.path();
        }
        long end = before == null ? head + 1 : Math.min(before, head + 1);
        model.addAttribute("head", head);
        model.addAttribute("events", reader.before(end, LISTED));
        model.addAttribute("older", end > LISTED ? end - LISTED : null);
        model.addAttribute("latest", before == null);
        model.addAttribute("asked", typed == null ? "" : typed.substring(0, Math.min(typed.length(), Sought.LONGEST)));
        if (finding.miss() != null) {
            model.addAttribute("miss", finding.miss());
            exchange.getResponse()
                    .setStatusCode(finding.miss() == Miss.UNCLEAR ? HttpStatus.BAD_REQUEST : HttpStatus.NOT_FOUND);
        }
        return "explorer";
    }

    @GetMapping(PATH + "/events/{position}")
    @OpenToOversight
    String event(@PathVariable String position, Model model) {
        StoredEvent event = reader.event(Parameters.position("position", position));
        model.addAttribute(
                "view",
                new EventView(
                        event,
                        reader.head(),
                        seals.leafOf(event).base64(),
                        seals.firstCovering(event.position()).orElse(null),
                        reader.beside(event)));
        return "event";
    }

    @GetMapping(PATH + "/streams/{streamId}")
    @OpenToOversight
    String stream(@PathVariable String streamId, ServerWebExchange exchange, Model model) {
        Parameters parameters = Parameters.ofPage(exchange);
        StreamId stream = LogReader.named(streamId);
        boolean newestFirst = parameters.flag("newestFirst");
        Long from = parameters.position("from");
        StreamPart part = reader.stream(stream, from, newestFirst, LISTED);
        model.addAttribute("head", reader.head());
        model.addAttribute("stream", stream.toString());
        model.addAttribute("part", part);
        model.addAttribute("events", part.events().stream().map(Heading::of).toList());
        model.addAttribute("newestFirst", newestFirst);
        model.addAttribute("whole", from == null);
        return "stream";
    }

    private Finding found(String typed, long head) {
        return switch (Sought.of(typed)) {
            case Sought.Position at ->
                at.position() <= head
                        ? Finding.event(at.position())
                        : Finding.miss(head < 0 ? Miss.EMPTY : Miss.BEYOND);
            case Sought.Stream in ->
                reader.has(in.stream()) ? Finding.at(PATH + "/streams/" + in.stream()) : Finding.miss(Miss.STREAM);
            case Sought.EventId with ->
                reader.withId(with.id())
                        .map(event -> Finding.event(event.position()))
                        .orElseGet(() -> account(with.id()));
            case Sought.Wallet sought -> Finding.at("/wallets/" + sought.wallet());
            case Sought.Nothing ignored -> Finding.miss(Miss.UNCLEAR);
        };
    }

    private Finding account(UUID id) {
        StreamId account = new AccountId(id.toString()).stream();
        return reader.has(account) ? Finding.at(PATH + "/streams/" + account) : Finding.miss(Miss.EVENT);
    }

    /** Why nothing was found. */
    enum Miss {
        UNCLEAR,
        EMPTY,
        BEYOND,
        STREAM,
        EVENT
    }

    /**
     * What came of looking.
     *
     * @param path where what was looked for is shown; null if it is not there
     * @param miss why it is not; null if it is, or nothing was looked for
     */
    private record Finding(@Nullable String path, @Nullable Miss miss) {

        private static final Finding NONE = new Finding(null, null);

        private static Finding event(long position) {
            return at(PATH + "/events/" + position);
        }

        private static Finding at(String path) {
            return new Finding(path, null);
        }

        private static Finding miss(Miss miss) {
            return new Finding(null, miss);
        }
    }
}
