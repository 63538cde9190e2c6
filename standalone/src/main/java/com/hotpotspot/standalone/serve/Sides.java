package com.hotpotspot.standalone.serve;

import com.hotpotspot.command.CommandSideApplication;
import com.hotpotspot.environment.OwnProcess;
import com.hotpotspot.query.QuerySideApplication;
import com.hotpotspot.standalone.database.CannotStartException;
import com.hotpotspot.standalone.database.DatabaseRole;
import com.hotpotspot.standalone.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The two sides as two applications in one process, which share nothing but the database. They may be started at once,
 * and while the database is being started: what a side consists of is found out meanwhile, and then waits for it.
 */
final class Sides {

    private final ServeOptions options;
    private final Supplier<EmbeddedDatabase> database;
    private final UnaryOperator<Object> unlessEnding;
    private final SystemKeystore keystore;
    private final Overruled overruled = new Overruled();

    /**
     * @param database answers when it is there; throws {@link CannotStartException} if it will not be
     * @param unlessEnding answers what it is given, or throws {@link Lifecycle.EndedException}
     */
    Sides(
            ServeOptions options,
            Supplier<EmbeddedDatabase> database,
            UnaryOperator<Object> unlessEnding,
            SystemKeystore keystore) {
        this.options = options;
        this.database = database;
        this.unlessEnding = unlessEnding;
        this.keystore = keystore;
    }

    /** @param administrator where the command side leaves what its first administrator signs in with */
    ConfigurableApplicationContext command(Path administrator) {
        Map<String, Object> properties = properties();
        properties.put("server.port", options.commandPort());
        properties.put("hotpotspot.access.admin-credentials-file", administrator.toString());
        // None but the issuer here.
        properties.put("hotpotspot.access.jwks-uri", "");
        return run(
                "command side",
                CommandSideApplication.application().main(CommandSideApplication.class),
                properties,
                DatabaseRole.COMMAND);
    }

    ConfigurableApplicationContext query() {
        Map<String, Object> properties = properties();
        properties.put("server.port", options.queryPort());
        // One owner for good: after a crash the next start takes its claims on the processors over at once.
        String issuer = options.commandSide().toString();
        properties.put("hotpotspot.pages.command-side", issuer);
        properties.put("hotpotspot.relay.command-side", issuer);
        properties.put("hotpotspot.access.jwks-uri", issuer + "/oauth2/jwks");
        properties.put("hotpotspot.access.authorization-uri", issuer + "/oauth2/authorize");
        properties.put("hotpotspot.access.token-uri", issuer + "/oauth2/token");
        properties.put("hotpotspot.access.end-session-uri", issuer + "/connect/logout");
        properties.put("hotpotspot.access.account-uri", issuer + "/sign-in/account");
        properties.put("hotpotspot.access.client-id", "pages");
        return run(
                "query side",
                QuerySideApplication.application().main(QuerySideApplication.class),
                properties,
                DatabaseRole.QUERY);
    }

    /** What the operator set in vain, as far as the sides were started. */
    Overruled overruled() {
        return overruled;
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.address", "127.0.0.1");
        properties.put("hotpotspot.access.issuer", options.commandSide().toString());
        properties.put("hotpotspot.access.audience", "hotpotspot");
        properties.put("hotpotspot.access.roles-claim", "roles");
        properties.put("hotpotspot.access.algorithms", "ES256");
        properties.put("hotpotspot.pages.origin", options.querySide().toString());
        // A page that is open somewhere holds a stream that never ends, and whoever pressed Ctrl-C waits for it.
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "3s");
        properties.putAll(keystore.properties());
        return properties;
    }

    private static Map<String, Object> properties(EmbeddedDatabase database, DatabaseRole role) {
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", role.roleName(),
                "spring.datasource.password", database.password(role),
                "hotpotspot.migration.enabled", true,
                "hotpotspot.migration.username", DatabaseRole.OWNER.roleName(),
                "hotpotspot.migration.password", database.password(DatabaseRole.OWNER));
    }

    private ConfigurableApplicationContext run(
            String side, SpringApplicationBuilder application, Map<String, Object> properties, DatabaseRole role) {
        GoOn goOn = new GoOn(unlessEnding);
        try {
            ConfigurableApplicationContext made = application
                    .bannerMode(Banner.Mode.OFF)
                    // They are stopped in an order that Spring does not know.
                    .registerShutdownHook(false)
                    // Before all else, so that no variable of the environment sends a side to another database.
                    .initializers(context -> {
                        ConfigurableEnvironment environment = context.getEnvironment();
                        overrule(environment, "standalone", properties);
                        // When it is known what there will be, and none of it is there.
                        context.addBeanFactoryPostProcessor(beans -> {
                            overrule(environment, "standalone database", properties(database.get(), role));
                            beans.addBeanPostProcessor(goOn);
                        });
                    })
                    .run();
            goOn.made = true;
            return made;
        } catch (CannotStartException | Lifecycle.EndedException e) {
            // The database's, which has words of its own.
            throw e;
        } catch (RuntimeException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof Lifecycle.EndedException ended) {
                throw ended;
            }
            throw new CannotStartException("The %s does not start: %s", side, OwnProcess.reason(e));
        }
    }

    /** Makes no more of a side once the end has come; whoever asked for that need not wait for all of it. */
    private static final class GoOn implements BeanPostProcessor {

        private final UnaryOperator<Object> unlessEnding;
        private volatile boolean made;

        GoOn(UnaryOperator<Object> unlessEnding) {
            this.unlessEnding = unlessEnding;
        }

        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            return made ? bean : unlessEnding.apply(bean);
        }
    }

    private void overrule(ConfigurableEnvironment environment, String name, Map<String, Object> properties) {
        overruled.note(environment, properties);
        environment.getPropertySources().addFirst(new MapPropertySource(name, properties));
    }
}
