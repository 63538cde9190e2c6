package com.hotpotspot.command.dispatch;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Carries a command's metadata over to its events, under fixed keys and as text. */
final class Trail implements CorrelationDataProvider {

    static final String ACCOUNT = "account";
    static final String ROLE = "role";
    static final String CHANNEL = "channel";
    static final String CORRELATION = "correlation";
    static final String TRACE = "trace";

    /** What the sender's role is about; for whoever handles the command, not for its events. */
    static final String BOUNDS = "bounds";

    static final String CAUSATION = "causation";

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, String> trail = new HashMap<>();
        for (String key : new String[] {ACCOUNT, ROLE, CHANNEL, CORRELATION, TRACE}) {
            if (message.getMetaData().get(key) instanceof String value) {
                trail.put(key, value);
            }
        }
        trail.put(CAUSATION, message.getIdentifier());
        return trail;
    }
}
