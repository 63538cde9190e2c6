package com.hotpotspot.command.testing;

import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.testing.ApiDocumentOf;
import java.net.http.HttpRequest;

/** Whatever a test asks for: a refusal that its door does not list is one that clients are not told of. */
final class ListedOnly {

    private static final ApiDocumentOf DOCUMENT = ApiDocumentOf.committed("command");

    private ListedOnly() {}

    /** @throws AssertionError if the reply is such a refusal */
    static Reply checked(HttpRequest request, Reply reply) {
        boolean saysWhy = reply.header("Content-Type").equals("application/problem+json");
        if (saysWhy && !request.method().equals("HEAD")) {
            DOCUMENT.unlisted(request.method(), request.uri().getPath(), reply.status(), reply.code())
                    .ifPresent(fault -> {
                        throw new AssertionError(fault + ": " + reply.text());
                    });
        }
        return reply;
    }
}
