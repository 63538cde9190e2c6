package com.hotpotspot.query.axon;

import com.hotpotspot.eventlog.Engine;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it that projections are not led on with another log than the one they were made from: where the database
 * itself holds one, the log of an Axon Server is another.
 */
@Component
@Profile(Engine.AXON_SERVER)
final class OnlyLog {

    OnlyLog(JdbcClient jdbc) {
        if (isThere(jdbc, "to_regclass('log.event') is not null") && isThere(jdbc, "exists (select from log.event)")) {
            throw new IllegalStateException("the database holds a log of its own, and with the profile "
                    + Engine.AXON_SERVER + " there would be two; start without the profile, or on another database");
        }
    }

    private static boolean isThere(JdbcClient jdbc, String condition) {
        return jdbc.sql("select " + condition).query(Boolean.class).single();
    }
}
