package com.hotpotspot.eventlog.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import org.axonframework.axonserver.connector.AxonServerConfiguration;

/**
 * The Axon Server that tests may use. There is none in this repository: the environment names one, and without it the
 * tests that need it are skipped. Its log is added to and never emptied, so give it one that nobody else uses.
 */
public final class AxonServer {

    /** The variable that names it, as host or host:port. */
    public static final String VARIABLE = "AXONIQ_AXONSERVER_SERVERS";

    private static final int DEFAULT_PORT = 8124;
    private static final int CONNECT_MILLIS = 2_000;

    private AxonServer() {}

    /** How to reach it; skips the test, saying why, if there is none. */
    public static AxonServerConfiguration orSkip() {
        AxonServerConfiguration configuration = new AxonServerConfiguration();
        configuration.setServers(addressOrSkip());
        configuration.setComponentName("hotpotspot-tests");
        return configuration;
    }

    /** Its address as configured; skips the test, saying why, if there is none. */
    public static String addressOrSkip() {
        endpointOrSkip();
        return System.getenv(VARIABLE);
    }

    /** Where the first of the servers listens; skips the test, saying why, if there is none. */
    public static InetSocketAddress endpointOrSkip() {
        String servers = System.getenv(VARIABLE);
        if (servers == null || servers.isBlank()) {
            return abort(VARIABLE + " names no Axon Server, so nothing was tested against one");
        }
        URI first = URI.create("grpc://" + servers.replaceFirst(",.*", "").strip());
        InetSocketAddress endpoint =
                new InetSocketAddress(first.getHost(), first.getPort() == -1 ? DEFAULT_PORT : first.getPort());
        try (Socket socket = new Socket()) {
            socket.connect(endpoint, CONNECT_MILLIS);
            return endpoint;
        } catch (IOException e) {
            return abort("No Axon Server answers at %s=%s: %s".formatted(VARIABLE, servers, e.getMessage()));
        }
    }
}
