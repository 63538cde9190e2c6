package com.hotpotspot.query.page;

import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.Doors;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.network.NetworkQueries;
import com.hotpotspot.query.web.PageAssets;
import com.hotpotspot.query.web.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What stands around every page, whichever feature's it is. */
@ControllerAdvice(annotations = Pages.class)
final class PageFrame {

    private final NetworkQueries network;
    private final PageAssets assets;
    private final Doors doors;
    private final Navigation navigation;
    private final AuditPage audit;
    private final String commandSide;

    /** Never changes once the network is founded. */
    private volatile @Nullable NetworkPurpose purpose;

    PageFrame(
            NetworkQueries network,
            PageAssets assets,
            Doors doors,
            Navigation navigation,
            AuditPage audit,
            @Value("${hotpotspot.pages.command-side}") String commandSide) {
        this.network = network;
        this.assets = assets;
        this.doors = doors;
        this.navigation = navigation;
        this.audit = audit;
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

    /** Whether all there is was made up to show the system. */
    @ModelAttribute("demo")
    boolean demo() {
        NetworkPurpose known = purpose;
        if (known == null) {
            known = network.statistics().purpose();
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

    @ModelAttribute("witnessing")
    String witnessing() {
        return audit.witnessing();
    }

    @ModelAttribute("person")
    Mono<SignedInPerson> person(ServerWebExchange exchange) {
        return SignedInPerson.of(exchange);
    }
}
