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
    @InNavigation("witness.title")
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.REGULATOR, Role.AUDITOR})
    String witnesses(Model model) {
        Shown shown = snapshots.read(() -> new Shown(queries.report(), parkedEvents.mostOf(queries.projection())));
        model.addAttribute("view", shown.report());
        model.addAttribute("rules", new Rules());
        model.addAttribute("freshness", times.upTo(shown.report().position(), shown.parked()));
        return "witnesses";
    }

    /** @param parked how many events the scores are without */
    private record Shown(WitnessReport report, long parked) {}

    /** The numbers that reasons name. Public methods are for the template. */
    record Rules() {

        public int fewestEligible() {
            return WitnessPolicies.FEWEST_ELIGIBLE;
        }

        public int mostOfACity() {
            return WitnessPolicies.MOST_OF_A_CITY;
        }

        public int mostNodes() {
            return WitnessPolicies.MOST_NODES;
        }
    }
}
