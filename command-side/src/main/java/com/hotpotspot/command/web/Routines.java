package com.hotpotspot.command.web;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.routine.Ongoing;
import com.hotpotspot.routine.RoutineMetrics;
import com.hotpotspot.routine.Wellbeing;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How everything does that goes on beside the requests, for whoever watches the process. */
@Configuration(proxyBeanMethods = false)
class Routines {

    @Bean
    HealthIndicator routinesHealthIndicator(List<Ongoing> all) {
        return () -> {
            Wellbeing wellbeing = Wellbeing.of(all);
            Health.Builder health = wellbeing.isWell() ? Health.up() : Health.down();
            return health.withDetails(wellbeing.inWords()).build();
        };
    }

    @Bean
    RoutineMetrics routineMetrics(List<Ongoing> all, EventLog log, Clock clock) {
        return new RoutineMetrics(all, log::head, clock);
    }
}
