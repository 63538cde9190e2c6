package com.hotpotspot.query.saledesk;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.OpenToFranchisees;
import com.hotpotspot.query.account.AccountNames;
import com.hotpotspot.query.administration.VoidApprovals;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.layout.RecordingTimes;
import com.hotpotspot.query.network.NetworkQueries;
import com.hotpotspot.query.network.NodeSummary;
import com.hotpotspot.query.projection.BeingFilledException;
import com.hotpotspot.query.sale.AskedSale;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;

/** One sale with all that happened to it. */
@Pages
final class SalePage {

    private static final Logger LOG = LoggerFactory.getLogger(SalePage.class);

    private static final List<Role> TAKING_BACK = List.of(Role.NETWORK_OWNER, Role.FRANCHISEE);

    private final EventLog log;
    private final SaleDesk desk;
    private final NetworkQueries network;
    private final AccountNames names;
    private final VoidApprovals approvals;
    private final RecordingTimes times;
    private final Clock clock;

    SalePage(
            EventLog log,
            SaleDesk desk,
            NetworkQueries network,
            AccountNames names,
            VoidApprovals approvals,
            RecordingTimes times,
            Clock clock) {
        this.log = log;
        this.desk = desk;
        this.network = network;
        this.names = names;
        this.approvals = approvals;
        this.times = times;
        this.clock = clock;
    }

    /** It speaks up to the end of the log as that was before the sale was read. */
    @GetMapping("/nodes/{nodeId}/sales/{saleNumber}")
    @OpenToFranchisees
    String sale(@PathVariable String nodeId, @PathVariable String saleNumber, ServerWebExchange exchange, Model model) {
        SaleId sale = AskedSale.of(nodeId, saleNumber);
        long head = log.head();
        Instant now = clock.instant();
        SaleStory story = SaleStory.read(log, sale).orElseThrow(AskedSale::unknown);
        SaleView view = SaleView.of(story, dayOf(sale), now);
        model.addAttribute("view", view);
        model.addAttribute("names", names.among(accountsOn(view)));
        model.addAttribute("voidable", SaleActs.isInItsVoidWindow(view, now));
        if (mayTakeBack(Caller.of(exchange), sale.node())) {
            SaleActs.on(view, tills(sale.node()), now).ifPresent(acts -> {
                model.addAttribute("acts", acts);
                model.addAttribute("approval", VoidApproval.of(view, approvals));
            });
        }
        model.addAttribute("freshness", times.upTo(head, 0));
        return "sale";
    }

    private static Stream<@Nullable String> accountsOn(SaleView view) {
        return Stream.concat(
                view.events().stream().map(EventLine::account),
                view.takenBack().stream().flatMap(each -> Stream.of(each.account(), each.approvedBy())));
    }

    /** As the doors of the command side say that the forms lead to. */
    private static boolean mayTakeBack(Caller caller, NodeId node) {
        return caller.identity()
                .actingIn(TAKING_BACK)
                .filter(grant -> grant.reaches(node))
                .isPresent();
    }

    private List<TerminalId> tills(NodeId node) {
        return network.node(node).map(NodeSummary::terminals).orElse(List.of());
    }

    private @Nullable LocalDate dayOf(SaleId sale) {
        try {
            return desk.sale(sale).map(FoundSale::day).orElse(null);
        } catch (BeingFilledException e) {
            LOG.debug("A page does not say on which business day a sale was", e);
            return null;
        }
    }
}
