package com.hotpotspot.query.web;

import com.hotpotspot.query.pool.Purpose;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where requests are answered and streams do what blocks: each task on a virtual thread of its own, which takes its
 * connections from those for questions.
 */
@Component
public final class BlockingWork implements DisposableBean {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("hps-stream-", 0).factory());

    private final Scheduler scheduler = Schedulers.fromExecutor(this::start);

    public Scheduler scheduler() {
        return scheduler;
    }

    /** Does at once what a thread of this kind wants done, and all else on one. */
    void execute(Runnable task) {
        if (Purpose.QUESTION.isOfThisThread()) {
            task.run();
        } else {
            start(task);
        }
    }

    /** Hides the service: Reactor would interrupt what is cancelled, and an interrupted query costs its connection. */
    private void start(Runnable task) {
        threads.execute(() -> Purpose.QUESTION.run(task));
    }

    @Override
    public void destroy() {
        scheduler.dispose();
        threads.shutdown();
    }
}
