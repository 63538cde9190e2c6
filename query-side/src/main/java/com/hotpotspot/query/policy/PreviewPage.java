package com.hotpotspot.query.policy;

import com.hotpotspot.events.BusinessDay;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.policy.EmissionKind;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.OpenToOversight;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.layout.RecordingTimes;
import com.hotpotspot.query.network.NetworkQueries;
import com.hotpotspot.query.network.NodeSummary;
import com.hotpotspot.query.network.Nodes;
import com.hotpotspot.query.projection.ParkedEvents;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.sale.SoldTotals;
import com.hotpotspot.query.web.Parameters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;

/** What a policy would have minted for the sales of the last seven days, before anybody adopts it. */
@Pages
final class PreviewPage {

    private static final int DAYS = 7;

    private final PolicyQueries policies;
    private final SoldTotals totals;
    private final NetworkQueries network;
    private final ParkedEvents parkedEvents;
    private final Snapshots snapshots;
    private final RecordingTimes times;
    private final Clock clock;

    PreviewPage(
            PolicyQueries policies,
            SoldTotals totals,
            NetworkQueries network,
            ParkedEvents parkedEvents,
            Snapshots snapshots,
            RecordingTimes times,
            Clock clock) {
        this.policies = policies;
        this.totals = totals;
        this.network = network;
        this.parkedEvents = parkedEvents;
        this.snapshots = snapshots;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping("/administration/policies/preview")
    @OpenToOversight
    String preview(ServerWebExchange exchange, Model model) {
        TokenPolicyAdopted inForce = policies.inForce();
        ProposedPolicy proposed = ProposedPolicy.of(Parameters.ofPage(exchange), inForce);
        LocalDate today = clock.instant().atZone(BusinessDay.ZONE).toLocalDate();
        LocalDate from = today.minusDays(DAYS - 1L);
        Shown shown = snapshots.read(() -> shown(proposed, from, today));
        model.addAttribute("proposed", proposed);
        model.addAttribute("inForce", inForce);
        model.addAttribute("acting", Caller.of(exchange).mayActAs(Role.NETWORK_OWNER));
        model.addAttribute("emissions", List.of(EmissionKind.values()));
        model.addAttribute("from", from);
        model.addAttribute("to", today);
        model.addAttribute("view", shown.preview());
        model.addAttribute("freshness", times.upTo(shown.position(), shown.parked()));
        if (proposed.wrong() != null) {
            exchange.getResponse().setStatusCode(HttpStatus.BAD_REQUEST);
        }
        return "policy-preview";
    }

    private Shown shown(ProposedPolicy proposed, LocalDate from, LocalDate to) {
        Nodes nodes = network.nodes();
        Map<NodeId, NodeType> types =
                nodes.nodes().stream().collect(Collectors.toMap(NodeSummary::nodeId, NodeSummary::type));
        return new Shown(
                proposed.policy() == null ? null : PolicyPreview.of(proposed.policy(), totals.between(from, to), types),
                nodes.position(),
                parkedEvents.mostOf(totals.projection(), network.projection()));
    }

    /**
     * @param preview null if the policy cannot be
     * @param parked how many events the figures are without
     */
    private record Shown(@Nullable PolicyPreview preview, long position, long parked) {}
}
