package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.Notifications;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** For a side that is asked a lot about positions that no log comes to: it says sooner that it is not there. */
@Configuration(proxyBeanMethods = false)
public class Impatience {

    @Bean
    @Primary
    ReachedPositions impatient(Notifications notifications, Versions versions, Declared declared) {
        return new ReachedPositions(notifications, versions, declared.names(), Duration.ofMillis(50));
    }
}
