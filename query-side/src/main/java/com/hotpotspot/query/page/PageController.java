package com.hotpotspot.query.page;

import com.hotpotspot.access.Roles;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.OpenToFranchisees;
import com.hotpotspot.query.access.OpenToOffice;
import com.hotpotspot.query.layout.InNavigation;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.layout.RecordingTimes;
import com.hotpotspot.query.sale.RequestedPeriod;
import com.hotpotspot.query.web.BlockingWork;
import com.hotpotspot.query.web.Parameters;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The pages, each whole and, for a page that is open already, in the parts that may have changed. */
@Pages
final class PageController {

    private final PageViews views;
    private final RecordingTimes times;
    private final AuditPage audit;
    private final BlockingWork blocking;

    PageController(PageViews views, RecordingTimes times, AuditPage audit, BlockingWork blocking) {
        this.views = views;
        this.times = times;
        this.audit = audit;
        this.blocking = blocking;
    }

    /** Whoever looks after some nodes only has no business with all of them, and is sent to the first of theirs. */
    @GetMapping("/")
    @OpenToFranchisees
    String overview(ServerWebExchange exchange, Model model) {
        Caller caller = Caller.of(exchange);
        if (!caller.reachesAll()) {
            return "redirect:/nodes/" + caller.nodes().getFirst();
        }
        fillOverview(asked(exchange, model), model);
        return "overview";
    }

    @GetMapping("/live/overview")
    @OpenToOffice
    String overviewParts(ServerWebExchange exchange, Model model) {
        fillOverview(period(exchange), model);
        return "overview-live";
    }

    @GetMapping("/nodes/{nodeId}")
    @OpenToFranchisees
    String node(@PathVariable String nodeId, ServerWebExchange exchange, Model model) {
        fillNode(nodeId, asked(exchange, model), model);
        return "node";
    }

    @GetMapping("/live/nodes/{nodeId}")
    @OpenToFranchisees
    String nodeParts(@PathVariable String nodeId, ServerWebExchange exchange, Model model) {
        fillNode(nodeId, period(exchange), model);
        return "node-live";
    }

    @GetMapping("/audit")
    @InNavigation("Audit log")
    @OpenToFranchisees
    String audit(ServerWebExchange exchange, Model model) {
        return audit.show(Parameters.ofPage(exchange).text("position"), model);
    }

    /** Nothing is changed by it; the two texts are too long for an address. */
    @PostMapping("/audit")
    @OpenToFranchisees
    Mono<String> check(ServerWebExchange exchange, Model model) {
        return exchange.getFormData().publishOn(blocking.scheduler()).map(form -> {
            if (!audit.check(form, model)) {
                exchange.getResponse().setStatusCode(HttpStatus.BAD_REQUEST);
            }
            return "audit";
        });
    }

    @GetMapping("/audit/witnesses")
    @InNavigation("Witnesses")
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.REGULATOR, Role.AUDITOR})
    String witnesses(Model model) {
        WitnessesView view = views.witnesses();
        model.addAttribute("view", view);
        model.addAttribute("freshness", times.upTo(view.position(), view.parked()));
        return "witnesses";
    }

    private void fillOverview(RequestedPeriod requested, Model model) {
        OverviewView view = views.overview(requested);
        model.addAttribute("view", view);
        model.addAttribute("period", view.period());
        model.addAttribute("freshness", times.upTo(view.position(), view.parked()));
    }

    private void fillNode(String nodeId, RequestedPeriod requested, Model model) {
        NodeView view = views.node(nodeId, requested);
        model.addAttribute("view", view);
        model.addAttribute("period", view.period());
        model.addAttribute("freshness", times.upTo(view.position(), view.parked()));
    }

    /** Tells the form, too, and the browser where the period cannot be. */
    private static RequestedPeriod asked(ServerWebExchange exchange, Model model) {
        AskedPeriod asked = AskedPeriod.of(Parameters.ofPage(exchange));
        model.addAttribute("typed", asked);
        if (asked.isWrong()) {
            exchange.getResponse().setStatusCode(HttpStatus.BAD_REQUEST);
        }
        return asked.period();
    }

    private static RequestedPeriod period(ServerWebExchange exchange) {
        return RequestedPeriod.of(Parameters.ofPage(exchange));
    }
}
