package com.hotpotspot.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The names of a side's settings, read off the records that they are bound to, beside the committed list of them. */
public final class SettingsOf {

    private final String side;
    private final SortedSet<String> names = new TreeSet<>();

    /** @param side {@code command} or {@code query} */
    public SettingsOf(String side) {
        this.side = side;
    }

    /** A setting that is read by its name. */
    public SettingsOf and(String name) {
        names.add(name);
        return this;
    }

    /** All that a record of settings takes. */
    public SettingsOf and(String prefix, Class<?> settings) {
        if (!settings.isRecord() || settings.getRecordComponents().length == 0) {
            throw new IllegalArgumentException(settings + " is no record of settings");
        }
        for (RecordComponent setting : settings.getRecordComponents()) {
            name(prefix + '.' + kebab(setting.getName()), setting.getGenericType());
        }
        return this;
    }

    private void name(String name, Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            name(name + "[]", list.getActualTypeArguments()[0]);
        } else if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            names.add(name + ".*");
        } else if (type instanceof Class<?> nested && nested.isRecord()) {
            and(name, nested);
        } else {
            names.add(name);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** How the committed list differs; with {@code -Dsettings.write=true} it is written anew instead. */
    public Optional<String> differenceFromCommitted(String test) throws IOException {
        Path file = Path.of("../doors/src/main/resources/settings/" + side + "-side.txt");
        String now = String.join("\n", names) + "\n";
        if (Boolean.getBoolean("settings.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now, UTF_8);
        }
        boolean same = Files.exists(file) && Files.readString(file, UTF_8).equals(now);
        return same
                ? Optional.empty()
                : Optional.of(("%s is not what this side reads. Write it anew: ./mvnw -pl %s-side -am test -Dtest=%s"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Dsettings.write=true")
                        .formatted(file, side, test));
    }
}
