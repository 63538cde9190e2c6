package com.hotpotspot.query.overview;

import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.OpenToFranchisees;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.layout.RecordingTimes;
import com.hotpotspot.query.web.Parameters;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;

/**
 * What the whole network sold, and what a node did: each page whole and, for one that is open already, in the parts
 * that may have changed.
 */
@Pages
final class OverviewPage {

    private final OverviewViews views;
    private final RecordingTimes times;

    OverviewPage(OverviewViews views, RecordingTimes times) {
        this.views = views;
        this.times = times;
    }

    /** Whoever looks after some nodes only has no business with all of them, and is sent to the first of theirs. */
    @GetMapping("/")
    @OpenToFranchisees
    String overview(ServerWebExchange exchange, Model model) {
        Caller caller = Caller.of(exchange);
        if (!caller.reachesAll()) {
            return "redirect:/nodes/" + caller.nodes().getFirst();
        }
        OverviewView view = views.overview(Parameters.ofPage(exchange));
        model.addAttribute("view", view);
        model.addAttribute("freshness", times.upTo(view.position(), view.parked()));
        show(view.trade(), exchange, model);
        return "overview";
    }

    @GetMapping("/nodes/{nodeId}")
    @OpenToFranchisees
    String node(@PathVariable String nodeId, ServerWebExchange exchange, Model model) {
        NodeView view = views.node(nodeId, Parameters.ofPage(exchange));
        model.addAttribute("view", view);
        model.addAttribute("freshness", times.upTo(view.position(), view.parked()));
        show(view.trade(), exchange, model);
        return "node";
    }

    /** Tells the browser, too, where the period cannot be. */
    private static void show(TradeView trade, ServerWebExchange exchange, Model model) {
        model.addAttribute("trade", trade);
        model.addAttribute("asked", trade.asked());
        if (trade.asked().isWrong()) {
            exchange.getResponse().setStatusCode(HttpStatus.BAD_REQUEST);
        }
    }
}
