package com.hotpotspot.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.outside.BoundedHttp;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.note.KeyName;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that publishes this log, too, as {@code GET /checkpoint} does here: one on a replica of the database, or a
 * mirror.
 */
record Peer(BoundedHttp http, URI address) implements Keeper {

    private static final Logger LOG = LoggerFactory.getLogger(Peer.class);

    @Override
    public String title() {
        return "The peer " + address;
    }

    @Override
    public Optional<SignedCheckpoint> shown(KeyName origin) throws IOException, InterruptedException {
        BoundedHttp.Reply reply =
                http.get(BoundedHttp.below(address, "checkpoint")).orUnavailable();
        try {
            return reply.isOk()
                    ? Optional.of(SignedCheckpoint.parse(reply.body().getBytes(UTF_8)))
                    : Optional.empty();
        } catch (FormatException e) {
            LOG.warn("{} shows something that is no checkpoint: {}", title(), e.getMessage());
            return Optional.empty();
        }
    }

    /** It only shows. */
    @Override
    public OptionalLong claimedAgainst(SignedCheckpoint ours) {
        return OptionalLong.empty();
    }
}
