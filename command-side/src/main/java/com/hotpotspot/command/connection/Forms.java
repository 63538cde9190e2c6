package com.hotpotspot.command.connection;

import com.hotpotspot.limits.ConnectionBudget.Place;
import com.hotpotspot.limits.Limits.Deadlines;
import com.hotpotspot.limits.Pace;
import jakarta.servlet.http.HttpServletRequest;

/** Forms of whoever has not said yet who they are. */
public final class Forms {

    private Forms() {}

    /**
     * Reads the parameters of a request, those in its body too, so that they can be asked for. Until then nothing is
     * known of who sends them, and the connection counts as one that waits: it makes room for others. A form is small,
     * and one that is not there when silence would be over is waited for no longer.
     */
    public static void read(HttpServletRequest request, Deadlines deadlines) {
        if (!(request.getAttribute(Place.ATTRIBUTE) instanceof Place place)) {
            request.getParameterMap();
            return;
        }
        Pace form = new Pace(deadlines);
        place.end();
        place.awaits(form);
        try {
            request.getParameterMap();
        } finally {
            place.awaitsNoMore(form);
            place.begin();
        }
    }
}
