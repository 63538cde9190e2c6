package com.hotpotspot.command.web;

import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Http2;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * Speaks HTTP/2 only where it is encrypted. A client that asks in plain text to go on in HTTP/2, as the JDK's does with
 * its first request, would have to send a short one: Tomcat keeps 4 KiB of it and answers 413 to every longer one.
 */
@Component
final class PlainTextHttp implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

    private final ServerProperties server;

    PlainTextHttp(ServerProperties server) {
        this.server = server;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        if (!Ssl.isEnabled(server.getSsl())) {
            factory.setHttp2(new Http2());
        }
    }
}
