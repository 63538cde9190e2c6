package com.hotpotspot.query.trade;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.access.OpenToFranchisees;
import com.hotpotspot.query.access.OpenToOffice;
import com.hotpotspot.query.account.AccountNames;
import com.hotpotspot.query.layout.InNavigation;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.layout.RecordingTimes;
import com.hotpotspot.query.network.NetworkQueries;
import com.hotpotspot.query.projection.ParkedEvents;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.sale.RequestedPeriod;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;

/** Voids and refunds as a list: what was taken back, when, why and by whom. */
@Pages
final class ReversalsPage {

    private static final int ROWS = 100;

    private final ReversalQueries queries;
    private final NetworkQueries network;
    private final AccountNames names;
    private final ParkedEvents parkedEvents;
    private final Snapshots snapshots;
    private final RecordingTimes times;

    ReversalsPage(
            ReversalQueries queries,
            NetworkQueries network,
            AccountNames names,
            ParkedEvents parkedEvents,
            Snapshots snapshots,
            RecordingTimes times) {
        this.queries = queries;
        this.network = network;
        this.names = names;
        this.parkedEvents = parkedEvents;
        this.snapshots = snapshots;
        this.times = times;
    }

    @GetMapping("/reversals")
    @InNavigation("reversal.title")
    @OpenToOffice
    String ofNetwork(ServerWebExchange exchange, Model model) {
        return show(null, exchange, model);
    }

    @GetMapping("/nodes/{nodeId}/reversals")
    @OpenToFranchisees
    String ofNode(@PathVariable String nodeId, ServerWebExchange exchange, Model model) {
        return show(network.known(nodeId).nodeId(), exchange, model);
    }

    private String show(@Nullable NodeId node, ServerWebExchange exchange, Model model) {
        Parameters parameters = Parameters.ofPage(exchange);
        AskedReversals asked;
        try {
            asked = AskedReversals.of(node, parameters);
            model.addAttribute("wrong", "");
        } catch (Problem e) {
            asked = new AskedReversals(node, RequestedPeriod.ALL, null, ReversalOrder.NEWEST, null);
            model.addAttribute("wrong", e.reason().orElseThrow(() -> e));
            exchange.getResponse().setStatusCode(HttpStatus.BAD_REQUEST);
        }
        Shown shown = shown(asked);
        model.addAttribute("asked", asked);
        model.addAttribute("typed", new Typed(text(parameters, "from"), text(parameters, "to")));
        model.addAttribute("orders", List.of(ReversalOrder.values()));
        model.addAttribute("kinds", List.of(ReversalKind.values()));
        model.addAttribute("earliest", Parameters.FIRST_DAY);
        model.addAttribute("latest", Parameters.LAST_DAY);
        model.addAttribute("most", (long) RequestedPeriod.MAX_DAYS);
        model.addAttribute("view", shown.list());
        model.addAttribute("names", names.among(accountsOn(shown.list())));
        model.addAttribute("freshness", times.upTo(shown.list().position(), shown.parked()));
        return "reversals";
    }

    private Shown shown(AskedReversals asked) {
        return snapshots.read(() -> new Shown(queries.list(asked, ROWS), parkedEvents.mostOf(TradeProjection.NAME)));
    }

    private static Stream<@Nullable String> accountsOn(Reversals list) {
        return list.reversals().stream()
                .flatMap(each -> Stream.of(each.account(), each.approvedBy()))
                .map(account -> account == null ? null : account.value());
    }

    private static String text(Parameters parameters, String name) {
        String text = parameters.text(name);
        return text == null ? "" : text;
    }

    /** The days as they stand in the form. */
    record Typed(String from, String to) {}

    /** @param parked how many events the rows are without */
    private record Shown(Reversals list, long parked) {}
}
