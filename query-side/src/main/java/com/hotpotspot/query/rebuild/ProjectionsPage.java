package com.hotpotspot.query.rebuild;

import com.hotpotspot.access.Roles;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.layout.InNavigation;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.web.Parameters;
import java.time.Clock;
import java.util.List;
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
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.REGULATOR, Role.AUDITOR})
    String projections(ServerWebExchange exchange, Model model) {
        Long tried = Parameters.ofPage(exchange).position(TRIED);
        ProjectionsView view = ProjectionsView.of(queries.report(), clock.instant());
        model.addAttribute("view", view);
        model.addAttribute("acting", mayAct(Caller.of(exchange)));
        if (tried != null && view.isWithout(tried)) {
            model.addAttribute("tried", tried);
        }
        return "projections";
    }

    /** As the doors say that the forms lead to. */
    private static boolean mayAct(Caller caller) {
        return caller.identity().actingIn(List.of(Role.ADMIN)).isPresent();
    }
}
