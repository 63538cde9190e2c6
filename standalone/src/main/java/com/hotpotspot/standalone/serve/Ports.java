package com.hotpotspot.standalone.serve;

import com.hotpotspot.standalone.database.CannotStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks at the ports before anything is started, so that a taken one costs a second and not a start. */
final class Ports {

    private Ports() {}

    /** @throws CannotStartException if the port of one of the sides cannot be listened on */
    static void mustBeFree(ServeOptions options) {
        mustBeFree(options.commandPort(), "command side", "--command-port");
        mustBeFree(options.queryPort(), "query side", "--query-port");
    }

    /** @throws CannotStartException if there is none */
    static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStartException(e, "No port is free");
        }
    }

    /** @throws CannotStartException if there is none */
    static int anyFreeBut(int taken) {
        int free;
        do {
            free = anyFree();
        } while (free == taken);
        return free;
    }

    private static void mustBeFree(int port, String side, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new CannotStartException(
                    e, "Port %d for the %s is not free, choose another with %s", port, side, option);
        }
    }
}
