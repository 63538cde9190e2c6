package com.hotpotspot.query.connection;

import com.hotpotspot.limits.ByteBudget;
import com.hotpotspot.limits.ClientAddress;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.Limits.Deadlines;
import com.hotpotspot.limits.Pace;
import com.hotpotspot.limits.TooMuchUnderWayException;
import com.hotpotspot.limits.TooSlowException;
import com.hotpotspot.query.web.ClientAddresses;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Waits for bodies no longer, and holds no more of them, than the limits allow. What is read of one here, a form, is
 * read as a whole, so that it counts until its request is answered.
 */
@Component
final class PacedBodies implements HttpHandlerDecoratorFactory {

    private final Deadlines deadlines;
    private final ByteBudget<ClientAddress> bytes;
    private final ClientAddresses addresses;

    PacedBodies(Limits limits, ClientAddresses addresses) {
        this.deadlines = limits.deadlines();
        this.bytes = limits.bytes().thatFits(Runtime.getRuntime().maxMemory());
        this.addresses = addresses;
    }

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> Mono.using(
                () -> bytes.open(addresses.of(request)),
                share -> handler.handle(new Paced(request, share), response),
                ByteBudget.Share::close);
    }

    private final class Paced extends ServerHttpRequestDecorator {

        private final ByteBudget<ClientAddress>.Share share;

        private Paced(ServerHttpRequest request, ByteBudget<ClientAddress>.Share share) {
            super(request);
            this.share = share;
        }

        /** @throws TooSlowException as an error of the body, and {@link TooMuchUnderWayException} likewise */
        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.defer(() -> {
                Pace pace = new Pace(deadlines);
                return super.getBody()
                        .timeout(deadlines.silence())
                        .onErrorMap(TimeoutException.class, silence -> new TooSlowException())
                        .elapsed()
                        .map(part -> counted(part.getT2(), part.getT1(), pace));
            });
        }

        private DataBuffer counted(DataBuffer part, long afterMillis, Pace pace) {
            try {
                pace.moved(part.readableByteCount(), TimeUnit.MILLISECONDS.toNanos(afterMillis));
                share.take(part.readableByteCount());
                return part;
            } catch (TooSlowException | TooMuchUnderWayException e) {
                DataBufferUtils.release(part);
                throw e;
            }
        }
    }
}
