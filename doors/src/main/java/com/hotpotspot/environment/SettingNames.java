package com.hotpotspot.environment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of all settings below {@code hotpotspot.}, of both sides, since both are often given the same environment.
 * A name that nobody knows is a mistake that would otherwise be found out when it is too late: a limit that does not
 * hold, a network that is called {@code hotpotspot.example} for ever.
 */
public final class SettingNames {

    private static final String PREFIX = "hotpotspot.";
    private static final String VARIABLE_PREFIX = "HOTPOTSPOT_";

    /** Each is written by a test of its side, from the records that the settings are read into. */
    private static final List<String> LISTS = List.of("/settings/command-side.txt", "/settings/query-side.txt");

    /** What Kubernetes tells every pod of a service that is called hotpotspot-something. */
    private static final Pattern SERVICE_LINK = Pattern.compile(
            "HOTPOTSPOT_(?:.+_)?(?:SERVICE_HOST|SERVICE_PORT(?:_.+)?|PORT(?:_\\d+_(?:TCP|UDP|SCTP).*)?)");

    /** What the script {@code hotpotspot} is told, and what it tells, which is no setting of a side. */
    private static final Set<String> OF_THE_SCRIPT = Set.of("HOTPOTSPOT_COPIES", "hotpotspot.start-cache");

    private static final int LONGEST_TOLD = 100;
    private static final int MOST_TOLD = 5;

    private static final SettingNames KNOWN = new SettingNames(LISTS.stream()
            .flatMap(SettingNames::lines)
            .distinct()
            .map(SettingName::new)
            .toList());

    private final List<SettingName> known;

    private SettingNames(List<SettingName> known) {
        this.known = known;
    }

    /** Those that this build knows. */
    public static SettingNames known() {
        return KNOWN;
    }

    /**
     * Looks through names of properties ({@code hotpotspot.audit.ask-first}, also in the other ways in which Spring
     * Boot lets them be written) and of variables of the environment ({@code HOTPOTSPOT_AUDIT_ASKFIRST}). Those of
     * others are nobody's business here.
     *
     * @throws UnknownSettingException in one line, with the right name that is nearest to each that is unknown
     */
    public void mustHoldAll(Stream<String> given) {
        List<String> faults = given.distinct()
                .sorted()
                .flatMap(name -> fault(name).stream())
                .limit(MOST_TOLD)
                .toList();
        if (!faults.isEmpty()) {
            throw new UnknownSettingException(String.join(" ", faults));
        }
    }

    private Optional<String> fault(String name) {
        if (OF_THE_SCRIPT.contains(name)) {
            return Optional.empty();
        }
        if (name.startsWith(VARIABLE_PREFIX)) {
            boolean fine = SERVICE_LINK.matcher(name).matches()
                    || known.stream().anyMatch(setting -> setting.isVariable(name));
            return fine ? Optional.empty() : Optional.of(fault(name, SettingName::variable));
        }
        if (SettingName.uniform(name).startsWith(PREFIX)) {
            boolean fine = known.stream().anyMatch(setting -> setting.isProperty(name));
            return fine ? Optional.empty() : Optional.of(fault(name, SettingName::property));
        }
        return Optional.empty();
    }

    private String fault(String name, Function<SettingName, String> form) {
        String nearest = known.stream()
                .map(form)
                .min(Comparator.comparingInt(right -> Distance.between(letters(right), letters(name))))
                .orElseThrow();
        return "There is no setting %s; did you mean %s?".formatted(printable(name), nearest);
    }

    /** Signs and numbers of elements are seldom what is wrong. */
    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /** A name that nobody knows may be anything. */
    private static String printable(String name) {
        String told = name.length() <= LONGEST_TOLD ? name : name.substring(0, LONGEST_TOLD) + "...";
        return told.replaceAll("[^ -~]", "?");
    }

    private static Stream<String> lines(String list) {
        try (InputStream file = Objects.requireNonNull(SettingNames.class.getResourceAsStream(list), list);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return lines.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + list, e);
        }
    }
}
