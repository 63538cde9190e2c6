package com.hotpotspot.query.page;

import com.hotpotspot.query.sale.RequestedPeriod;
import com.hotpotspot.query.web.PageAssets;
import com.hotpotspot.query.web.Parameters;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;

/** The pages, each whole and, for a page that is open already, in the parts that may have changed. */
@Controller
final class PageController {

    private final PageViews views;
    private final RecordingTimes times;
    private final PageAssets assets;
    private final String commandSide;

    PageController(
            PageViews views,
            RecordingTimes times,
            PageAssets assets,
            @Value("${hotpotspot.pages.command-side}") String commandSide) {
        this.views = views;
        this.times = times;
        this.assets = assets;
        this.commandSide = commandSide;
    }

    @GetMapping("/")
    String overview(ServerWebExchange exchange, Model model) {
        fillOverview(exchange, model);
        return "overview";
    }

    @GetMapping("/live/overview")
    String overviewParts(ServerWebExchange exchange, Model model) {
        fillOverview(exchange, model);
        return "overview-live";
    }

    @GetMapping("/nodes/{nodeId}")
    String node(@PathVariable String nodeId, ServerWebExchange exchange, Model model) {
        fillNode(nodeId, exchange, model);
        return "node";
    }

    @GetMapping("/live/nodes/{nodeId}")
    String nodeParts(@PathVariable String nodeId, ServerWebExchange exchange, Model model) {
        fillNode(nodeId, exchange, model);
        return "node-live";
    }

    @ModelAttribute("assets")
    PageAssets assets() {
        return assets;
    }

    @ModelAttribute("commandSide")
    String commandSide() {
        return commandSide;
    }

    private void fillOverview(ServerWebExchange exchange, Model model) {
        OverviewView view = views.overview(period(exchange));
        model.addAttribute("view", view);
        model.addAttribute("period", view.period());
        model.addAttribute("freshness", times.upTo(view.position()));
    }

    private void fillNode(String nodeId, ServerWebExchange exchange, Model model) {
        NodeView view = views.node(nodeId, period(exchange));
        model.addAttribute("view", view);
        model.addAttribute("period", view.period());
        model.addAttribute("freshness", times.upTo(view.position()));
    }

    private static RequestedPeriod period(ServerWebExchange exchange) {
        return RequestedPeriod.of(Parameters.ofPage(exchange));
    }
}
