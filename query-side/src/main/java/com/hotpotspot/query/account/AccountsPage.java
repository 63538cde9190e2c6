package com.hotpotspot.query.account;

import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.SecondFactorReason;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.OpenToOversight;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.layout.RecordingTimes;
import com.hotpotspot.query.projection.ParkedEvents;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.web.Parameters;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;

/** All accounts, and one of them. */
@Pages
final class AccountsPage {

    /** How many a page has. */
    private static final int ROWS = 50;

    private final AccountQueries queries;
    private final ParkedEvents parkedEvents;
    private final Snapshots snapshots;
    private final RecordingTimes times;

    AccountsPage(AccountQueries queries, ParkedEvents parkedEvents, Snapshots snapshots, RecordingTimes times) {
        this.queries = queries;
        this.parkedEvents = parkedEvents;
        this.snapshots = snapshots;
        this.times = times;
    }

    @GetMapping("/administration/accounts")
    @OpenToOversight
    String accounts(ServerWebExchange exchange, Model model) {
        AskedAccounts asked = AskedAccounts.of(Parameters.ofPage(exchange));
        Shown<Accounts> shown = snapshots.read(() -> shown(queries.accounts(asked.kind(), asked.after(), ROWS)));
        model.addAttribute("view", shown.view());
        model.addAttribute("asked", asked);
        model.addAttribute("kinds", List.of(AccountKind.values()));
        model.addAttribute("acting", Caller.of(exchange).mayActAs(Role.ADMIN));
        model.addAttribute("freshness", times.upTo(shown.view().position(), shown.parked()));
        return "accounts";
    }

    @GetMapping("/administration/accounts/{accountId}")
    @OpenToOversight
    String account(@PathVariable String accountId, ServerWebExchange exchange, Model model) {
        Shown<AccountReport> shown = snapshots.read(() -> shown(queries.known(accountId)));
        model.addAttribute("view", shown.view());
        model.addAttribute("freshness", times.upTo(shown.view().position(), shown.parked()));
        Caller caller = Caller.of(exchange);
        model.addAttribute("acting", caller.mayActAs(Role.ADMIN));
        model.addAttribute("granting", caller.mayActAs(Role.ADMIN, Role.NETWORK_OWNER));
        model.addAttribute("roles", List.of(Role.values()));
        model.addAttribute("removalReasons", List.of(SecondFactorReason.LOST, SecondFactorReason.KNOWN_TO_OTHERS));
        return "account";
    }

    private <V> Shown<V> shown(V view) {
        return new Shown<>(view, parkedEvents.mostOf(AccountsProjection.NAME));
    }

    /** @param parked how many events the figures are without */
    private record Shown<V>(V view, long parked) {}
}
