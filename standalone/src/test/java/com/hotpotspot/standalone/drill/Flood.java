package com.hotpotspot.standalone.drill;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * One kind of attack.
 *
 * @param addresses where it comes from; its connections are spread over them
 * @param side where it goes
 * @param connections how many at the same time
 * @param pause of each, before it comes again
 */
record Flood(String name, List<String> addresses, URI side, int connections, Duration pause, Wave wave) {

    /** What is done with one connection. */
    interface Wave {

        /** @return what came of it, in a word or as a status of HTTP */
        String strike(Attacker attacker) throws IOException, InterruptedException;
    }
}
