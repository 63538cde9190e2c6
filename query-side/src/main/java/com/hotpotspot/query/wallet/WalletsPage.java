package com.hotpotspot.query.wallet;

import com.hotpotspot.events.account.Role;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.OpenToOffice;
import com.hotpotspot.query.layout.InNavigation;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.layout.RecordingTimes;
import com.hotpotspot.query.projection.ParkedEvents;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.web.Parameters;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;

/** All wallets by their kinds and each by itself, and one of them. */
@Pages
final class WalletsPage {

    /** How many a page has. */
    private static final int ROWS = 50;

    private final WalletQueries queries;
    private final ParkedEvents parkedEvents;
    private final Snapshots snapshots;
    private final RecordingTimes times;

    WalletsPage(WalletQueries queries, ParkedEvents parkedEvents, Snapshots snapshots, RecordingTimes times) {
        this.queries = queries;
        this.parkedEvents = parkedEvents;
        this.snapshots = snapshots;
        this.times = times;
    }

    @GetMapping("/wallets")
    @InNavigation("wallet.title")
    @OpenToOffice
    String wallets(ServerWebExchange exchange, Model model) {
        AskedWallets asked = AskedWallets.of(Parameters.ofPage(exchange));
        Shown shown = snapshots.read(() ->
                new Shown(queries.byKind(), queries.wallets(asked, ROWS), parkedEvents.mostOf(WalletsProjection.NAME)));
        model.addAttribute("view", shown.byKind());
        model.addAttribute("each", shown.wallets());
        model.addAttribute("asked", asked);
        model.addAttribute("kinds", AskedWallets.KINDS);
        model.addAttribute("freshness", times.upTo(shown.byKind().position(), shown.parked()));
        return "wallets";
    }

    @GetMapping("/wallets/{walletId}")
    @OpenToOffice
    String wallet(@PathVariable String walletId, ServerWebExchange exchange, Model model) {
        ShownWallet shown = snapshots.read(
                () -> new ShownWallet(queries.known(walletId), parkedEvents.mostOf(WalletsProjection.NAME)));
        model.addAttribute("view", shown.wallet());
        model.addAttribute("freshness", times.upTo(shown.wallet().position(), shown.parked()));
        model.addAttribute("acting", Caller.of(exchange).mayActAs(Role.NETWORK_OWNER));
        return "wallet";
    }

    /** @param parked how many events the figures are without */
    private record Shown(WalletsByKind byKind, Wallets wallets, long parked) {}

    /** @param parked how many events the figures are without */
    private record ShownWallet(KnownWallet wallet, long parked) {}
}
