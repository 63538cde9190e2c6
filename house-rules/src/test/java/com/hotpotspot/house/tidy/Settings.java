package com.hotpotspot.house.tidy;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings that there are: those on the lists that a start compares what it was given with, and their groups. */
final class Settings {

    private static final String LISTS = "doors/src/main/resources/settings/";
    private static final Pattern SETTING =
            Pattern.compile("(?<![\\w./-])(hotpotspot(?:\\.[a-z][a-zA-Z0-9-]*)+)(?![\\w/])");
    private static final Pattern FILE = Pattern.compile(".*\\.(jar|dump|example|lock|log|service)");

    private final Set<String> known = new HashSet<>();

    private Settings() {}

    static Settings of(Repository repository) {
        Settings settings = new Settings();
        repository.files().stream()
                .filter(each -> each.startsWith(LISTS))
                .flatMap(each -> repository.read(each).lines())
                .forEach(settings::add);
        return settings;
    }

    /** With its groups, as {@code hotpotspot.limits}, which documents name, too. */
    private void add(String listed) {
        String name = listed.replace("[]", "");
        while (name.indexOf('.') > 0) {
            known.add(name);
            name = name.substring(0, name.lastIndexOf('.'));
        }
    }

    Stream<Finding> unknownIn(Document document) {
        return document.find(SETTING)
                .filter(each -> !FILE.matcher(each.text()).matches())
                .filter(each -> !known.contains(each.text())
                        && !known.contains(each.text().replaceAll("\\.[^.]+$", ".*")))
                .map(each -> document.finding(each, "there is no such setting; say what it is called now"));
    }
}
