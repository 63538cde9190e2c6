package com.hotpotspot.query.connection;

import com.hotpotspot.limits.Limits;
import com.hotpotspot.query.web.BareProblems;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.Http2;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Makes Netty keep to the limits for connections. */
@Component
final class ConnectionConfiguration implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private final Limits limits;
    private final BareProblems problems;

    ConnectionConfiguration(Limits limits, BareProblems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        Entrance entrance = new Entrance(limits, problems);
        Answering answering = new Answering(problems);
        factory.addServerCustomizers(
                server -> server.doOnChannelInit((observer, channel, peer) -> entrance.enter(channel))
                        .mapHandle(answering));
        if (!Ssl.isEnabled(factory.getSsl())) {
            // As on the command side; a client's wish to go on in HTTP/2 is passed over.
            factory.setHttp2(new Http2());
        }
    }
}
