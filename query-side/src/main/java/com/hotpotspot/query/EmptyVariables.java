package com.hotpotspot.query;

import static org.springframework.core.env.StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Takes a variable of the environment that is set to nothing as if it were not set: a default stays the default. */
final class EmptyVariables implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        countAsUnset(context.getEnvironment());
    }

    static void countAsUnset(ConfigurableEnvironment environment) {
        @Nullable
        PropertySource<?> variables = environment.getPropertySources().get(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        if (variables instanceof EnumerablePropertySource<?> known) {
            Map<String, Object> set = new HashMap<>();
            for (String name : known.getPropertyNames()) {
                @Nullable Object value = known.getProperty(name);
                if (value != null && !value.toString().isEmpty()) {
                    set.put(name, value);
                }
            }
            environment
                    .getPropertySources()
                    .replace(known.getName(), new SystemEnvironmentPropertySource(known.getName(), set));
        }
    }
}
