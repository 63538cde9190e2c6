package com.hotpotspot.standalone.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Settings that somebody gave, where the standalone has its own: nobody is to believe that theirs go. Both sides may
 * note theirs at once.
 */
final class Overruled {

    /** What the sides themselves come with. */
    private static final List<String> DEFAULTS = List.of("class path resource", "defaultProperties");

    private final ConcurrentNavigableMap<String, String> origins = new ConcurrentSkipListMap<>();

    /** Notes what in this environment the standalone's own settings take the place of, and differ from. */
    void note(ConfigurableEnvironment environment, Map<String, Object> own) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            ConfigurationPropertySource given = isDefault(source) ? null : ConfigurationPropertySource.from(source);
            if (given != null) {
                own.forEach((name, value) -> note(environment, name, value, given));
            }
        }
    }

    private static boolean isDefault(PropertySource<?> source) {
        return DEFAULTS.stream().anyMatch(source.getName()::contains);
    }

    private void note(ConfigurableEnvironment environment, String name, Object own, ConfigurationPropertySource given) {
        ConfigurationProperty property = given.getConfigurationProperty(ConfigurationPropertyName.of(name));
        if (property != null && !text(environment, property.getValue()).equals(text(environment, own))) {
            origins.putIfAbsent(name, String.valueOf(property.getOrigin()));
        }
    }

    private static String text(ConfigurableEnvironment environment, @Nullable Object value) {
        return environment.resolvePlaceholders(String.valueOf(value));
    }

    /** One line for each, without what was set, which may be a secret. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        origins.forEach((name, origin) ->
                lines.add("%s is set (%s) and goes for nothing here: serve sets it by itself".formatted(name, origin)));
        return lines;
    }
}
