package com.hotpotspot.command.connection;

import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Reads requests as Tomcat does, and says of one that is too long what of it is; Tomcat says that it is malformed. */
final class WatchedRequests extends Http11Processor {

    /** The attribute of a request that is too long: with which status it is refused, since Tomcat sets its own. */
    static final String TOO_LONG = WatchedRequests.class.getName() + ".too-long";

    /** In Tomcat's words, which are all that tells this from what is malformed. */
    private static final String TOO_LARGE =
            StringManager.getManager(Http11InputBuffer.class).getString("iib.requestheadertoolarge.error");

    WatchedRequests(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
        super(protocol, adapter);
    }

    @Override
    protected void setErrorState(ErrorState state, @Nullable Throwable failure) {
        if (failure instanceof IllegalArgumentException && TOO_LARGE.equals(failure.getMessage())) {
            boolean isLine = getRequest().requestURI().isNull();
            getRequest()
                    .setAttribute(
                            TOO_LONG, isLine ? HttpStatus.URI_TOO_LONG : HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE);
        }
        super.setErrorState(state, failure);
    }
}
