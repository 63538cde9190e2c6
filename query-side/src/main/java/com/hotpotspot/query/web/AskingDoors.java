package com.hotpotspot.query.web;

import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * Has doors asked on the thread that answers the request, and not on one of Spring Boot's: so everything that is done
 * for a request takes its connections to the database from those for questions, and whoever counts requests knows when
 * one is no longer worked for.
 */
@Component // without an order, so that it comes after Spring Boot's, and counts
final class AskingDoors implements WebFluxConfigurer {

    private final BlockingWork threads;

    AskingDoors(BlockingWork threads) {
        this.threads = threads;
    }

    @Override
    public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
        configurer.setExecutor(new TaskExecutorAdapter(threads::execute));
    }
}
