package com.hotpotspot.query.policy;

import com.hotpotspot.events.account.Role;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.OpenToOversight;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.layout.RecordingTimes;
import com.hotpotspot.query.projection.ParkedEvents;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.web.Parameters;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;

/** All versions of the token policy, and one of them. */
@Pages
final class PoliciesPage {

    /** How many a page has. */
    private static final int ROWS = 50;

    private final PolicyQueries queries;
    private final ParkedEvents parkedEvents;
    private final Snapshots snapshots;
    private final RecordingTimes times;

    PoliciesPage(PolicyQueries queries, ParkedEvents parkedEvents, Snapshots snapshots, RecordingTimes times) {
        this.queries = queries;
        this.parkedEvents = parkedEvents;
        this.snapshots = snapshots;
        this.times = times;
    }

    @GetMapping("/administration/policies")
    @OpenToOversight
    String policies(ServerWebExchange exchange, Model model) {
        Long below = Parameters.ofPage(exchange).position(LatestFirst.BELOW);
        Shown<Policies> shown =
                snapshots.read(() -> shown(queries.policies(below == null ? Long.MAX_VALUE : below, ROWS)));
        model.addAttribute("view", shown.view());
        model.addAttribute("freshness", times.upTo(shown.view().position(), shown.parked()));
        return "policies";
    }

    @GetMapping("/administration/policies/{version}")
    @OpenToOversight
    String policy(@PathVariable String version, ServerWebExchange exchange, Model model) {
        Shown<KnownPolicy> shown = snapshots.read(() -> shown(queries.known(version)));
        model.addAttribute("view", shown.view());
        model.addAttribute("freshness", times.upTo(shown.view().position(), shown.parked()));
        model.addAttribute("acting", Caller.of(exchange).mayActAs(Role.NETWORK_OWNER));
        return "policy";
    }

    private <V> Shown<V> shown(V view) {
        return new Shown<>(view, parkedEvents.mostOf(PoliciesProjection.NAME));
    }

    /** @param parked how many events the figures are without */
    private record Shown<V>(V view, long parked) {}
}
