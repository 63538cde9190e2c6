package com.hotpotspot.query.saledesk;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.OpenToFranchisees;
import com.hotpotspot.query.layout.InNavigation;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.layout.RecordingTimes;
import com.hotpotspot.query.network.NetworkQueries;
import com.hotpotspot.query.network.NodeSummary;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;

/** Where people find sales. */
@Pages
final class SearchPage {

    static final String PATH = "/sales";

    private static final int ROWS = 50;

    private static final List<String> FIELDS = List.of(
            AskedSales.NUMBER,
            AskedSales.NODE,
            AskedSales.FROM,
            AskedSales.TO,
            AmountForm.LARI.total(),
            AmountForm.LARI.least(),
            AmountForm.LARI.most(),
            AskedSales.STATE);

    private final SaleDesk desk;
    private final NetworkQueries network;
    private final Snapshots snapshots;
    private final RecordingTimes times;

    SearchPage(SaleDesk desk, NetworkQueries network, Snapshots snapshots, RecordingTimes times) {
        this.desk = desk;
        this.network = network;
        this.snapshots = snapshots;
        this.times = times;
    }

    @GetMapping(PATH)
    @InNavigation("saledesk.title")
    @OpenToFranchisees
    String sales(ServerWebExchange exchange, Model model) {
        Caller caller = Caller.of(exchange);
        Parameters parameters = Parameters.ofPage(exchange);
        SearchView view = snapshots.read(() -> view(parameters, caller));
        model.addAttribute("view", view);
        if (view.found() == null) {
            exchange.getResponse().setStatusCode(HttpStatus.BAD_REQUEST);
        } else {
            model.addAttribute("freshness", times.upTo(view.found().position(), desk.parked()));
        }
        return "sale-search";
    }

    private SearchView view(Parameters parameters, Caller caller) {
        AskedSales asked = new AskedSales(parameters, caller, network);
        SaleFilter filter = asked.filter(AmountForm.LARI);
        SaleOrder order = asked.order();
        ListPlace after = asked.after();
        return new SearchView(
                typed(parameters),
                wrong(asked.wrong()),
                nodes(caller),
                order,
                after == null,
                asked.wrong().isEmpty() ? desk.find(new Wanted(filter, order, after, ROWS)) : null);
    }

    private static Map<String, String> typed(Parameters parameters) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String text = parameters.text(field);
            if (text != null) {
                typed.put(field, text);
            }
        }
        return typed;
    }

    /** What is wrong is known by its reason, or else by the field. */
    private static Map<String, String> wrong(Map<String, Problem> problems) {
        Map<String, String> wrong = new LinkedHashMap<>();
        problems.forEach((field, problem) -> wrong.put(field, problem.reason().orElse(field)));
        return wrong;
    }

    private List<NodeId> nodes(Caller caller) {
        return caller.reachesAll()
                ? network.nodes().nodes().stream().map(NodeSummary::nodeId).toList()
                : caller.nodes();
    }
}
