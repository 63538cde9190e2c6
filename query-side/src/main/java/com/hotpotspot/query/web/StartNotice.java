package com.hotpotspot.query.web;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at start who can reach the server. */
@Component
final class StartNotice {

    private static final Logger LOG = LoggerFactory.getLogger(StartNotice.class);

    private final InetAddress address;

    StartNotice(@Value("${server.address}") InetAddress address) {
        this.address = address;
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        int port = event.getWebServer().getPort();
        if (address.isLoopbackAddress()) {
            LOG.info("The query side answers on http://localhost:{}/, and to this machine only", port);
        } else {
            LOG.info("The query side listens on {} port {}", address.getHostAddress(), port);
        }
    }
}
