package com.hotpotspot.command.connection;

import com.hotpotspot.limits.ConnectionBudget.Place;
import jakarta.servlet.http.HttpServletRequest;

/** Forms of whoever has not said yet who they are. */
public final class Forms {

    private Forms() {}

    /**
     * Reads the parameters of a request, those in its body too, so that they can be asked for. Until then nothing is
     * known of who sends them, and the connection counts as one that waits: it makes room for others, and does not wait
     * for ever.
     */
    public static void read(HttpServletRequest request) {
        if (!(request.getAttribute(Place.ATTRIBUTE) instanceof Place place)) {
            request.getParameterMap();
            return;
        }
        place.end();
        try {
            request.getParameterMap();
        } finally {
            place.begin();
        }
    }
}
