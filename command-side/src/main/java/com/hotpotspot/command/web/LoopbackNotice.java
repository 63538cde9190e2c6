package com.hotpotspot.command.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at start why nobody from outside gets in. */
@Component
class LoopbackNotice {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackNotice.class);

    @EventListener
    void onStart(WebServerInitializedEvent event) {
        LOG.info(
                "The command side listens on port {}, on this machine only: access control has not arrived yet.",
                event.getWebServer().getPort());
    }
}
