package com.hotpotspot.query.web;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Where streams do what blocks: each task on a virtual thread of its own. */
@Component
public final class BlockingWork implements DisposableBean {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("hps-stream-", 0).factory());

    private final Scheduler scheduler = Schedulers.fromExecutor(this::start);

    public Scheduler scheduler() {
        return scheduler;
    }

    /** Hides the service: Reactor would interrupt what is cancelled, and an interrupted query costs its connection. */
    private void start(Runnable task) {
        threads.execute(task);
    }

    @Override
    public void destroy() {
        scheduler.dispose();
        threads.shutdown();
    }
}
