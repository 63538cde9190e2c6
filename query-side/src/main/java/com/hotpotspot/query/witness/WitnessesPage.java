package com.hotpotspot.query.witness;

import com.hotpotspot.access.Roles;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.query.layout.InNavigation;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.layout.RecordingTimes;
import com.hotpotspot.query.projection.ParkedEvents;
import com.hotpotspot.query.projection.Snapshots;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Pages
final class WitnessesPage {

    private final WitnessQueries queries;
    private final ParkedEvents parkedEvents;
    private final Snapshots snapshots;
    private final RecordingTimes times;

    WitnessesPage(WitnessQueries queries, ParkedEvents parkedEvents, Snapshots snapshots, RecordingTimes times) {
        this.queries = queries;
        this.parkedEvents = parkedEvents;
        this.snapshots = snapshots;
        this.times = times;
    }

    @GetMapping("/audit/witnesses")
    @InNavigation("Witnesses")
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.REGULATOR, Role.AUDITOR})
    String witnesses(Model model) {
        WitnessesView view =
                snapshots.read(() -> WitnessesView.of(queries.report(), parkedEvents.sentence(queries.projection())));
        model.addAttribute("view", view);
        model.addAttribute("freshness", times.upTo(view.position(), view.parked()));
        return "witnesses";
    }
}
