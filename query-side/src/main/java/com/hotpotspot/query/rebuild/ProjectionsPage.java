package com.hotpotspot.query.rebuild;

import com.hotpotspot.events.account.Role;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.OpenToOversight;
import com.hotpotspot.query.layout.InNavigation;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.web.Parameters;
import java.time.Clock;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;

@Pages
final class ProjectionsPage {

    static final String PATH = "/projections";

    /** The parameter with the position of an event that was tried again in vain. */
    static final String TRIED = "tried";

    private final ProjectionQueries queries;
    private final Clock clock;

    ProjectionsPage(ProjectionQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @InNavigation("projection.title")
    @OpenToOversight
    String projections(ServerWebExchange exchange, Model model) {
        Long tried = Parameters.ofPage(exchange).position(TRIED);
        ProjectionsView view = ProjectionsView.of(queries.report(), clock.instant());
        model.addAttribute("view", view);
        model.addAttribute("acting", Caller.of(exchange).mayActAs(Role.ADMIN));
        if (tried != null && view.isWithout(tried)) {
            model.addAttribute("tried", tried);
        }
        return "projections";
    }
}
