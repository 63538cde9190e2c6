package com.hotpotspot.standalone.serve;

import com.hotpotspot.command.CommandSideApplication;
import com.hotpotspot.query.QuerySideApplication;
import com.hotpotspot.standalone.database.CannotStartException;
import com.hotpotspot.standalone.database.DatabaseRole;
import com.hotpotspot.standalone.database.EmbeddedDatabase;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The two sides as two applications in one process, which share nothing but the database. */
final class Sides {

    private Sides() {}

    static ConfigurableApplicationContext command(EmbeddedDatabase database, SystemKeystore keystore, int port) {
        return run(
                "command side",
                CommandSideApplication.application().main(CommandSideApplication.class),
                properties(database, DatabaseRole.COMMAND, port, keystore.properties()));
    }

    static ConfigurableApplicationContext query(EmbeddedDatabase database, int port, int commandPort) {
        Map<String, Object> more = Map.of(
                // One owner for good: after a crash the next start takes its claims on the processors over at once.
                "hotpotspot.projections.node-id",
                "standalone",
                "hotpotspot.pages.command-side",
                "http://localhost:" + commandPort);
        return run(
                "query side",
                QuerySideApplication.application().main(QuerySideApplication.class),
                properties(database, DatabaseRole.QUERY, port, more));
    }

    private static Map<String, Object> properties(
            EmbeddedDatabase database, DatabaseRole role, int port, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", port);
        // A page that is open somewhere holds a stream that never ends, and whoever pressed Ctrl-C waits for it.
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "3s");
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", role.roleName());
        properties.put("spring.datasource.password", database.password(role));
        properties.put("hotpotspot.migration.enabled", true);
        properties.put("hotpotspot.migration.username", DatabaseRole.OWNER.roleName());
        properties.put("hotpotspot.migration.password", database.password(DatabaseRole.OWNER));
        return properties;
    }

    private static ConfigurableApplicationContext run(
            String side, SpringApplicationBuilder application, Map<String, Object> properties) {
        try {
            return application
                    .bannerMode(Banner.Mode.OFF)
                    // They are stopped in an order that Spring does not know.
                    .registerShutdownHook(false)
                    // Before all else, so that no variable of the environment sends a side to another database.
                    .initializers(context -> context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("standalone", properties)))
                    .run();
        } catch (RuntimeException e) {
            throw new CannotStartException(rootOf(e), "The %s does not start", side);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
