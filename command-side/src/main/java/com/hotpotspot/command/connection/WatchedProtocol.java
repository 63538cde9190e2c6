package com.hotpotspot.command.connection;

import com.hotpotspot.limits.Limits;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/** HTTP over connections that are watched. Public, since Tomcat makes it by its name. */
public final class WatchedProtocol extends Http11NioProtocol {

    private final WatchedEndpoint endpoint;
    private @Nullable ScheduledFuture<?> watch;

    public WatchedProtocol() {
        this(new WatchedEndpoint());
    }

    private WatchedProtocol(WatchedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    WatchedEndpoint watched() {
        return endpoint;
    }

    void keepTo(Limits limits) {
        int silence = Math.toIntExact(limits.deadlines().silence().toMillis());
        setConnectionTimeout(silence);
        setConnectionUploadTimeout(silence);
        setKeepAliveTimeout(Math.toIntExact(limits.deadlines().idle().toMillis()));
        // The endpoint has a bound of its own, at which it does not stop taking connections in.
        setMaxConnections(-1);
        // Whoever is refused before their body is read need not send it.
        setContinueResponseTiming("onRead");
        endpoint.keepTo(limits);
    }

    @Override
    protected Processor createProcessor() {
        return new WatchedRequests(this, getAdapter());
    }

    @Override
    public void start() throws Exception {
        super.start();
        watch = getUtilityExecutor().scheduleWithFixedDelay(endpoint::endWhatIsOverdue, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) {
            watch.cancel(false);
        }
        super.stop();
    }
}
