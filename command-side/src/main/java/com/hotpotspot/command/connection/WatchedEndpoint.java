package com.hotpotspot.command.connection;

import com.hotpotspot.limits.Admission;
import com.hotpotspot.limits.ConnectionBudget.Place;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.Limits.Deadlines;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.coyote.AbstractProcessor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in connections as long as there is room for them. Tomcat's own bound lets whoever came first stay and everybody
 * else wait; and a header that comes in byte by byte, or one of TLS, is waited for without an end.
 */
final class WatchedEndpoint extends NioEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedEndpoint.class);

    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private @Nullable Rules rules;

    /** To be called before connections are taken in. */
    void keepTo(Limits limits) {
        rules = new Rules(new Admission(limits), limits.deadlines());
    }

    /** The place of the connection with this id, while it is open. */
    Optional<Place> placeOf(String connectionId) {
        return Optional.ofNullable(places.get(connectionId));
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (rules == null) {
            return super.setSocketOptions(socket);
        }
        Optional<Place> place = enter(socket, rules);
        if (place.isEmpty()) {
            destroySocket(socket);
            return true;
        }
        boolean served = super.setSocketOptions(socket);
        SocketWrapperBase<NioChannel> connection = connections.get(socket);
        if (connection == null) {
            place.get().leave();
            return served;
        }
        String id = idOf(connection);
        places.put(id, place.get());
        if (connection.isClosed()) {
            leave(id);
        }
        return served;
    }

    private Optional<Place> enter(SocketChannel socket, Rules rules) {
        try {
            return rules.admission().enter(socket.getRemoteAddress(), () -> close(socket));
        } catch (IOException e) {
            LOG.debug("A connection was gone before it was taken in", e);
            return Optional.empty();
        }
    }

    private void close(SocketChannel socket) {
        SocketWrapperBase<NioChannel> connection = connections.get(socket);
        if (connection != null) {
            Optional<Place> place = placeOf(idOf(connection));
            connection.close();
            place.ifPresent(Place::wake);
        }
    }

    private void leave(String id) {
        Place place = places.remove(id);
        if (place != null) {
            place.leave();
        }
    }

    private static String idOf(SocketWrapperBase<NioChannel> connection) {
        return connection.getServletConnection("http/1.1", "").getConnectionId();
    }

    /** Ends what has gone on for too long; to be called every now and then. */
    void endWhatIsOverdue() {
        if (rules == null) {
            return;
        }
        Deadlines deadlines = rules.deadlines();
        long now = System.nanoTime();
        for (SocketWrapperBase<NioChannel> connection : connections.values()) {
            // There is a processor while a header is not complete; it is taken away while a request is answered.
            if (connection.getCurrentProcessor() instanceof AbstractProcessor processor) {
                long begun = processor.getRequest().getStartTimeNanos();
                if (begun >= 0 && now - begun > deadlines.header().toNanos()) {
                    connection.close();
                }
            }
        }
        places.values().forEach(Place::endIfTooSlow);
        rules.admission().endThoseWaitingFor(deadlines.idle().plus(deadlines.header()));
    }

    @Override
    public void setHandler(Handler<NioChannel> handler) {
        super.setHandler(new Departures(handler));
    }

    private record Rules(Admission admission, Deadlines deadlines) {}

    /** Notices that a connection is closed, by whomever. */
    private final class Departures implements Handler<NioChannel> {

        private final Handler<NioChannel> handler;

        Departures(Handler<NioChannel> handler) {
            this.handler = handler;
        }

        @Override
        public void release(SocketWrapperBase<NioChannel> connection) {
            leave(idOf(connection));
            handler.release(connection);
        }

        @Override
        public SocketState process(SocketWrapperBase<NioChannel> connection, SocketEvent event) {
            SocketState state = handler.process(connection, event);
            // Which reads what is left of a body before it comes back.
            placeOf(idOf(connection)).ifPresent(Place::hasNoRest);
            return state;
        }

        @Override
        public Object getGlobal() {
            return handler.getGlobal();
        }

        @Override
        public void pause() {
            handler.pause();
        }

        @Override
        public void recycle() {
            handler.recycle();
        }
    }
}
