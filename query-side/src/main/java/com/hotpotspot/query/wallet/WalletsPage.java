package com.hotpotspot.query.wallet;

import com.hotpotspot.query.access.OpenToOffice;
import com.hotpotspot.query.layout.InNavigation;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.layout.RecordingTimes;
import com.hotpotspot.query.projection.ParkedEvents;
import com.hotpotspot.query.projection.Snapshots;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Pages
final class WalletsPage {

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
    String wallets(Model model) {
        Shown shown = snapshots.read(() -> new Shown(queries.byKind(), parkedEvents.mostOf(WalletsProjection.NAME)));
        model.addAttribute("view", shown.wallets());
        model.addAttribute("freshness", times.upTo(shown.wallets().position(), shown.parked()));
        return "wallets";
    }

    /** @param parked how many events the figures are without */
    private record Shown(WalletsByKind wallets, long parked) {}
}
