package com.hotpotspot.query.web;

import com.hotpotspot.exposure.Exposure;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** Keeps the server from being started where others could read along. */
@Component
final class ExposureCheck implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

    private final ServerProperties server;
    private final boolean plainTextAllowed;

    ExposureCheck(ServerProperties server, @Value("${" + Exposure.PROPERTY + ":false}") boolean plainTextAllowed) {
        this.server = server;
        this.plainTextAllowed = plainTextAllowed;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        new Exposure(server.getAddress(), Ssl.isEnabled(server.getSsl()), plainTextAllowed).mustBeSafe();
    }
}
