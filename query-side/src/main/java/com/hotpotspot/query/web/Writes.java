package com.hotpotspot.query.web;

import com.hotpotspot.query.projection.ProjectionName;
import com.hotpotspot.query.projection.ReachedPositions;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Lets whoever has just recorded something read it: their question names its position, and waits for that. */
@Component
public final class Writes {

    private final ReachedPositions reached;

    Writes(ReachedPositions reached) {
        this.reached = reached;
    }

    /**
     * The parameters of a request that may have those of the given names, {@link AtLeast} and no others. If it names a
     * position, this waits up to two seconds until the projection has come there.
     *
     * @throws Problem if the projection has not
     */
    public Parameters awaited(ServerWebExchange exchange, ProjectionName projection, String... names) {
        Parameters parameters = Parameters.of(
                exchange,
                Stream.concat(Stream.of(names), Stream.of(AtLeast.NAME)).toArray(String[]::new));
        Long wanted = parameters.position(AtLeast.NAME);
        if (wanted != null) {
            long come = reached.await(projection, wanted);
            if (come < wanted) {
                throw notReached(come, wanted);
            }
        }
        return parameters;
    }

    /** What answers has not come so far yet. */
    public static Problem notReached(long reached, long wanted) {
        return Problem.of(
                ProjectionCode.POSITION_NOT_REACHED,
                String.format(Locale.ROOT, "What answers this has reached position %d, not yet %d.", reached, wanted));
    }
}
