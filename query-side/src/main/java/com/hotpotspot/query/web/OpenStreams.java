package com.hotpotspot.query.web;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Ends the streams that would go on for ever when the server stops, which would otherwise wait for them. */
@Component
public final class OpenStreams implements SmartLifecycle {

    private volatile Sinks.Empty<Void> end = Sinks.empty();
    private volatile boolean running;

    /** The stream, until the server is about to stop. */
    public <T> Flux<T> untilStop(Flux<T> stream) {
        return Flux.defer(() -> stream.takeUntilOther(end.asMono()));
    }

    @Override
    public void start() {
        end = Sinks.empty();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        end.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped first of all, before the web server begins to wait for what is open. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
