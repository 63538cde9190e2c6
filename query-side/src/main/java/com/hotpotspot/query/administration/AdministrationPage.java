package com.hotpotspot.query.administration;

import com.hotpotspot.access.Roles;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.OpenToOversight;
import com.hotpotspot.query.layout.InNavigation;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.layout.RecordingTimes;
import com.hotpotspot.query.projection.ParkedEvents;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.web.InParts;
import com.hotpotspot.query.web.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;

/** The network as those see it who run it, and one of its nodes. */
@Pages
final class AdministrationPage {

    /** How many nodes or terminals a page has. */
    private static final int ROWS = 100;

    /** How many owners a form offers. */
    private static final int OFFERED = 200;

    private final AdministrationQueries queries;
    private final ParkedEvents parkedEvents;
    private final Snapshots snapshots;
    private final RecordingTimes times;

    AdministrationPage(
            AdministrationQueries queries, ParkedEvents parkedEvents, Snapshots snapshots, RecordingTimes times) {
        this.queries = queries;
        this.parkedEvents = parkedEvents;
        this.snapshots = snapshots;
        this.times = times;
    }

    @GetMapping("/administration")
    @InNavigation("administration.title")
    @OpenToOversight
    String network(ServerWebExchange exchange, Model model) {
        String after = Parameters.ofPage(exchange).id(InParts.AFTER, NodeId.FORM);
        NetworkView view = snapshots.read(() -> NetworkView.of(
                queries.settings(),
                queries.nodes(after, ROWS),
                ROWS,
                parkedEvents.mostOf(AdministrationProjection.NAME)));
        model.addAttribute("view", view);
        model.addAttribute("lifted", VoidApprovals.LIFTED);
        model.addAttribute("owners", queries.owners(OFFERED));
        model.addAttribute("acting", Caller.of(exchange).mayActAs(Role.NETWORK_OWNER));
        model.addAttribute("freshness", times.upTo(view.settings().position(), view.parked()));
        return "administration";
    }

    @GetMapping("/administration/nodes/{nodeId}")
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.REGULATOR, Role.AUDITOR, Role.FRANCHISEE})
    String node(@PathVariable String nodeId, ServerWebExchange exchange, Model model) {
        String after = Parameters.ofPage(exchange).id(InParts.AFTER, TerminalId.FORM);
        NodeView view = snapshots.read(() -> {
            AdministeredNode node = queries.known(nodeId);
            return new NodeView(
                    node,
                    queries.terminals(node.nodeId(), after, ROWS),
                    parkedEvents.mostOf(AdministrationProjection.NAME));
        });
        model.addAttribute("view", view);
        model.addAttribute("owners", queries.owners(OFFERED));
        Caller caller = Caller.of(exchange);
        model.addAttribute("acting", caller.mayActAs(Role.NETWORK_OWNER));
        model.addAttribute("running", caller.mayActAs(Role.NETWORK_OWNER, Role.FRANCHISEE));
        model.addAttribute("freshness", times.upTo(view.terminals().position(), view.parked()));
        return "administered-node";
    }

    /**
     * @param next the last of the nodes, if there may be more
     * @param parked how many events this is without
     */
    record NetworkView(
            NetworkSettings settings,
            List<AdministeredNode> nodes,
            @Nullable NodeId next,
            long parked) {

        static NetworkView of(NetworkSettings settings, List<AdministeredNode> nodes, int limit, long parked) {
            return new NetworkView(
                    settings,
                    nodes,
                    nodes.size() < limit ? null : nodes.getLast().nodeId(),
                    parked);
        }
    }

    /** @param parked how many events this is without */
    record NodeView(AdministeredNode node, Terminals terminals, long parked) {}
}
