package com.hotpotspot.query.page;

import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.Doors;
import com.hotpotspot.query.language.Language;
import com.hotpotspot.query.language.Reader;
import com.hotpotspot.query.layout.Figures;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.network.NetworkQueries;
import com.hotpotspot.query.projection.BeingFilledException;
import com.hotpotspot.query.web.PageAssets;
import com.hotpotspot.query.web.SignedInPerson;
import com.hotpotspot.query.witness.WitnessState;
import com.hotpotspot.query.witness.Witnesses;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What stands around every page, whichever feature's it is. */
@ControllerAdvice(annotations = Pages.class)
final class PageFrame {

    private static final Logger LOG = LoggerFactory.getLogger(PageFrame.class);

    private final NetworkQueries network;
    private final PageAssets assets;
    private final Doors doors;
    private final Navigation navigation;
    private final Witnesses witnesses;
    private final String commandSide;

    /** Never changes once the network is founded. */
    private volatile @Nullable NetworkPurpose purpose;

    PageFrame(
            NetworkQueries network,
            PageAssets assets,
            Doors doors,
            Navigation navigation,
            Witnesses witnesses,
            @Value("${hotpotspot.pages.command-side}") String commandSide) {
        this.network = network;
        this.assets = assets;
        this.doors = doors;
        this.navigation = navigation;
        this.witnesses = witnesses;
        this.commandSide = commandSide;
    }

    @ModelAttribute("assets")
    PageAssets assets() {
        return assets;
    }

    @ModelAttribute("commandSide")
    String commandSide() {
        return commandSide;
    }

    /** Whether all there is was made up to show the system; while nobody can tell, pages without figures still are. */
    @ModelAttribute("demo")
    boolean demo() {
        NetworkPurpose known = purpose;
        if (known == null) {
            try {
                known = network.statistics().purpose();
            } catch (BeingFilledException e) {
                LOG.debug("A page does not say whether the network is a demo", e);
                return false;
            }
            purpose = known;
        }
        return known == NetworkPurpose.DEMO;
    }

    @ModelAttribute("ways")
    Ways ways(ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        String here = exchange.getRequest().getPath().value();
        return Ways.of(caller, doors, navigation.openTo(caller.identity(), here));
    }

    /** Whether nodes witness the log; null where nobody can tell. */
    @ModelAttribute("witnessing")
    @Nullable
    WitnessState witnessing() {
        try {
            return witnesses.now().state();
        } catch (EventLogUnavailableException e) {
            LOG.debug("A page does not say whether the log is witnessed", e);
            return null;
        }
    }

    /** Whether an open page asks for itself: it has its frame already, and takes only what may have changed. */
    @ModelAttribute("moving")
    boolean moving(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().containsHeader("HX-Request");
    }

    @ModelAttribute("reader")
    Reader reader(ServerWebExchange exchange) {
        return Reader.of(exchange);
    }

    @ModelAttribute("figures")
    Figures figures(ServerWebExchange exchange) {
        return Figures.in(Language.of(exchange).locale());
    }

    @ModelAttribute("person")
    Mono<SignedInPerson> person(ServerWebExchange exchange) {
        return SignedInPerson.of(exchange);
    }
}
