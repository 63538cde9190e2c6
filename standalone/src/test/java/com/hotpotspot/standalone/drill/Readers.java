package com.hotpotspot.standalone.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.client.BearerTokens;
import java.net.URI;

/** Those who read while it happens, and who have to go on afterwards as if nothing had: an analyst and an onlooker. */
final class Readers implements AutoCloseable {

    private final Follower follower;
    private final Onlooker onlooker;

    Readers(URI querySide, BearerTokens tokens) {
        follower = new Follower(querySide, tokens);
        onlooker = new Onlooker(querySide, tokens);
        follower.begin();
        onlooker.begin();
    }

    Onlooker onlooker() {
        return onlooker;
    }

    /** The stream brought each event once and in order, and the figures add up to the log. */
    void mustAgreeWith(LogAudit log) {
        long head = log.totals().position();
        assertThat(follower.awaitPosition(head)).isEqualTo(log.events());
        assertThat(onlooker.awaitPosition(head)).isEqualTo(log.totals());
        assertThat(follower.surprises()).isEmpty();
        assertThat(onlooker.surprises()).isEmpty();
    }

    @Override
    public void close() {
        follower.close();
        onlooker.close();
    }
}
