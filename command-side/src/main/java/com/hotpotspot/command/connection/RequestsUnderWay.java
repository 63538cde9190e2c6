package com.hotpotspot.command.connection;

import com.hotpotspot.command.web.ProblemDocuments;
import com.hotpotspot.limits.ConnectionBudget.Place;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Knows which connections are at work, so that no other is closed for want of room. Closes those on which an answer was
 * broken off, so that nobody takes it for whole.
 */
final class RequestsUnderWay extends ValveBase {

    private final Duration longestRest;

    /** @param longestRest how long the rest of a body may take whose request was answered without it */
    RequestsUnderWay(Duration longestRest) {
        super(true);
        this.longestRest = longestRest;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Optional<Place> place = placeOf(request);
        place.ifPresent(known -> {
            request.setAttribute(Place.ATTRIBUTE, known);
            known.begin();
        });
        try {
            getNext().invoke(request, response);
            if (request.getAttribute(ProblemDocuments.BROKEN_OFF) != null) {
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            }
        } finally {
            place.ifPresent(known -> end(known, request));
        }
    }

    /** Tomcat reads the rest of a body after its request was answered, as long as anything comes. */
    private void end(Place place, Request request) {
        AtomicBoolean whole = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
        if (!whole.get()) {
            place.leavesRest(longestRest);
        }
        place.end();
    }

    private static Optional<Place> placeOf(Request request) {
        return request.getConnector().getProtocolHandler() instanceof WatchedProtocol protocol
                ? protocol.watched().placeOf(request.getServletConnection().getConnectionId())
                : Optional.empty();
    }
}
