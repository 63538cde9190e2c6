package com.hotpotspot.query.relay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.server.WebSession;

/** What became of the forms that one person sent, until the page is shown that says so; of the last few, and once. */
final class Outcomes {

    private static final String ATTRIBUTE = Outcomes.class.getName();

    /** More pages than that nobody waits for. */
    private static final int MOST = 4;

    /** By the path of the page, oldest first. */
    private final Map<String, Outcome> waiting = new LinkedHashMap<>();

    private Outcomes() {}

    static Outcomes of(WebSession session) {
        return (Outcomes) session.getAttributes().computeIfAbsent(ATTRIBUTE, name -> new Outcomes());
    }

    /** Those that there are, without making any. */
    static Optional<Outcomes> in(WebSession session) {
        return Optional.ofNullable(session.<Outcomes>getAttribute(ATTRIBUTE));
    }

    synchronized void keep(String page, Outcome outcome) {
        waiting.remove(page);
        waiting.put(page, outcome);
        if (waiting.size() > MOST) {
            waiting.remove(waiting.keySet().iterator().next());
        }
    }

    synchronized Optional<Outcome> take(String page) {
        return Optional.ofNullable(waiting.remove(page));
    }
}
