package com.hotpotspot.command.connection;

import com.hotpotspot.command.web.ProblemDocuments;
import com.hotpotspot.limits.Limits;
import org.apache.coyote.ProtocolHandler;
import org.apache.coyote.UpgradeProtocol;
import org.apache.coyote.http2.Http2Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Makes Tomcat keep to the limits for connections. */
@Component
final class ConnectionConfiguration implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Limits limits;
    private final ProblemDocuments documents;

    ConnectionConfiguration(Limits limits, ProblemDocuments documents) {
        this.limits = limits;
        this.documents = documents;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(WatchedProtocol.class.getName());
        factory.addConnectorCustomizers(connector -> {
            keepToLimits(connector.getProtocolHandler());
            // Tomcat would name the methods that a servlet has, who asks or not; it is refused with those of the door.
            connector.setAllowTrace(true);
        });
        factory.addEngineValves(new RequestsUnderWay(limits.deadlines().silence()));
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemReport(documents)));
    }

    private void keepToLimits(ProtocolHandler handler) {
        if (!(handler instanceof WatchedProtocol protocol)) {
            throw new IllegalStateException("connections of " + handler + " would not be watched");
        }
        protocol.keepTo(limits);
        for (UpgradeProtocol upgrade : protocol.findUpgradeProtocols()) {
            if (upgrade instanceof Http2Protocol http2) {
                long silence = limits.deadlines().silence().toMillis();
                http2.setReadTimeout(silence);
                http2.setWriteTimeout(silence);
                http2.setStreamReadTimeout(silence);
                http2.setStreamWriteTimeout(silence);
                http2.setKeepAliveTimeout(limits.deadlines().idle().toMillis());
            }
        }
    }
}
