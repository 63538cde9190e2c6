package com.hotpotspot.environment;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One setting's name, in all the ways in which it may be written.
 *
 * @param property as the guide has it; {@code []} stands for one element of a list or the list as a whole, and
 *     {@code *} at the end for a key that may be anything
 */
record SettingName(String property, Pattern properties, Pattern variables) {

    SettingName(String property) {
        this(property, properties(property), variables(property));
    }

    /** Whether a property's name means this one; dashes, underscores and capital letters make no difference. */
    boolean isProperty(String name) {
        return properties.matcher(uniform(name)).matches();
    }

    /** Whether a variable of the environment is this one. */
    boolean isVariable(String name) {
        return variables.matcher(name).matches();
    }

    /** As a variable of the environment: without the dashes, with underscores for the dots. */
    String variable() {
        return property.replace("-", "")
                .replace("[]", "_0")
                .replace("*", "NAME")
                .replace('.', '_')
                .toUpperCase(Locale.ROOT);
    }

    /** A name without what makes no difference. */
    static String uniform(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static Pattern properties(String property) {
        return Pattern.compile(uniform(property)
                .replace(".", "\\.")
                .replace("[]\\.", "\\[\\d+]\\.")
                .replace("[]", "(?:\\[\\d+])?")
                .replace("\\.*", "(?:\\..+|\\[.+])"));
    }

    /** The older way, with underscores for dashes too, still goes. */
    private static Pattern variables(String property) {
        return Pattern.compile(property.toUpperCase(Locale.ROOT)
                .replace("-", "_?")
                .replace('.', '_')
                .replace("_*", "_.+")
                .replace("[]_", "_\\d+_")
                .replace("[]", "(?:_\\d+_?)?"));
    }
}
