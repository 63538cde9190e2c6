package com.hotpotspot.query.wallet;

import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.query.access.OpenToOffice;
import com.hotpotspot.query.layout.Figures;
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
    @InNavigation("Wallets")
    @OpenToOffice
    String wallets(Model model) {
        Shown shown = snapshots.read(() -> new Shown(queries.byKind(), parkedEvents.sentence(WalletsProjection.NAME)));
        WalletsByKind wallets = shown.wallets();
        model.addAttribute("kinds", wallets.kinds().stream().map(Row::of).toList());
        model.addAttribute("wallets", Figures.count(wallets.wallets()));
        model.addAttribute("supply", Figures.tokens(wallets.supplyUnits()));
        model.addAttribute("freshness", times.upTo(wallets.position(), shown.parked()));
        return "wallets";
    }

    /** @param parked which events the figures are without, in a sentence; empty where they are whole */
    private record Shown(WalletsByKind wallets, String parked) {}

    /** A kind as a row of the table. */
    record Row(String kind, String name, String wallets, String tokens) {

        static Row of(WalletsByKind.Total total) {
            return new Row(
                    total.kind().name(),
                    name(total.kind()),
                    Figures.count(total.wallets()),
                    Figures.tokens(total.units()));
        }

        private static String name(WalletKind kind) {
            return switch (kind) {
                case MASTER -> "Founder";
                case FRANCHISE -> "Other owners of nodes";
                case CUSTOMER -> "Customers";
                case CHECK -> "Checks";
                case CHARITY -> "Charity";
                case RESERVE -> "Reserve";
            };
        }
    }
}
