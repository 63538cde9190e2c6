package com.hotpotspot.standalone.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.standalone.database.CannotStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aTakenPortIsNamedWithTheOptionThatChangesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatExceptionOfType(CannotStartException.class)
                    .isThrownBy(() -> Ports.mustBeFree(onPorts(port, FreePort.any())))
                    .withMessageStartingWith("Port " + port + " for the command side is not free")
                    .withMessageContaining("--command-port");
            assertThatExceptionOfType(CannotStartException.class)
                    .isThrownBy(() -> Ports.mustBeFree(onPorts(FreePort.any(), port)))
                    .withMessageStartingWith("Port " + port + " for the query side is not free")
                    .withMessageContaining("--query-port");
        }
    }

    @Test
    void freePortsAreLeftFree() throws IOException {
        ServeOptions options = onPorts(FreePort.any(), FreePort.any());

        assertThatCode(() -> Ports.mustBeFree(options)).doesNotThrowAnyException();

        try (ServerSocket socket = new ServerSocket(options.commandPort(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(socket.isBound()).isTrue();
        }
    }

    private static ServeOptions onPorts(int command, int query) {
        return new ServeOptions(Path.of("data"), command, query, true);
    }
}
