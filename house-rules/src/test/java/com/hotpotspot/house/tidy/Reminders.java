package com.hotpotspot.house.tidy;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Nothing is left half done with a note that it is. */
final class Reminders implements Rule {

    private static final Pattern LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern WRITTEN_BY_HAND =
            Pattern.compile(".*\\.(java|sql|html|css|js|yaml|properties|xml|http|md)");

    @Override
    public Stream<Finding> findings(Repository repository) {
        return repository.files().stream()
                .filter(each -> WRITTEN_BY_HAND.matcher(each).matches())
                .flatMap(each -> Document.of(each, repository)
                        .find(LATER)
                        .map(found -> new Finding(
                                "reminder",
                                each,
                                found.line(),
                                "",
                                1,
                                "do it now, or write it under what is deliberately not there")));
    }
}
