package com.hotpotspot.query.relay;

import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.LineBudget;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The command side, as it is asked on behalf of people. */
@Component
final class CommandSide {

    private static final Logger LOG = LoggerFactory.getLogger(CommandSide.class);

    /** Says that what was asked for had been done, or was so, before. */
    private static final String REPLAYED = "Idempotency-Replayed";

    private static final int MOST_BYTES = 256 * 1024;
    private static final int CONNECTED_WITHIN_MILLIS = 2000;
    private static final byte[] NOTHING = {};

    private final RelaySettings settings;
    private final JsonMapper json;
    private final WebClient client;
    private final LineBudget failures;

    CommandSide(RelaySettings settings, JsonMapper json, Limits limits) {
        this.settings = settings;
        this.json = json;
        this.failures = new LineBudget(limits.logLines().perMinute());
        this.client = WebClient.builder()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECTED_WITHIN_MILLIS)
                        .responseTimeout(settings.patience())
                        .proxyWithSystemProperties()))
                .build();
    }

    /** Never fails: where no answer comes, it has status 0. */
    Mono<Reply> send(CommandDoor door, SentForm form, String token) {
        WebClient.RequestBodySpec request = client.post()
                .uri(door.address(settings.commandSide()))
                .accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON)
                .headers(headers -> {
                    headers.setBearerAuth(token);
                    headers.set("Idempotency-Key", form.key());
                });
        WebClient.RequestHeadersSpec<?> whole = form.body()
                .<WebClient.RequestHeadersSpec<?>>map(
                        body -> request.contentType(MediaType.APPLICATION_JSON).bodyValue(json.writeValueAsBytes(body)))
                .orElse(request);
        return whole.exchangeToMono(this::reply)
                .timeout(settings.patience().plus(Duration.ofSeconds(1)))
                .doOnError(this::tell)
                .onErrorReturn(new Reply(0, MissingNode.getInstance(), false));
    }

    private Mono<Reply> reply(ClientResponse response) {
        return response.bodyToMono(byte[].class)
                .defaultIfEmpty(NOTHING)
                .map(body -> new Reply(response.statusCode().value(), read(body), isReplay(response)));
    }

    private static boolean isReplay(ClientResponse response) {
        return response.headers().header(REPLAYED).contains("true");
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            LOG.debug("The command side answered what is no JSON", e);
            return MissingNode.getInstance();
        }
    }

    private void tell(Throwable failure) {
        if (failures.allows()) {
            LOG.warn(
                    "The command side did not answer a page: {} ({} more such lines were left out)",
                    NestedExceptionUtils.getMostSpecificCause(failure).toString(),
                    failures.keptBack());
        }
    }
}
