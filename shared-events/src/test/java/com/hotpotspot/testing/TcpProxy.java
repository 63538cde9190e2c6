package com.hotpotspot.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network between a client and a server that can be cut. */
public final class TcpProxy implements AutoCloseable {

    private final ServerSocket door;
    private final InetSocketAddress target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean down;

    public TcpProxy(InetSocketAddress target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Cuts all connections, and every new one at once, as if the server had been stopped. */
    public void down() {
        down = true;
        cut();
    }

    /** Lets connections through again. */
    public void up() {
        down = false;
    }

    /** Cuts all connections; new ones can be made at once. */
    public void cut() {
        open.forEach(TcpProxy::close);
        open.clear();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (down) {
                    close(client);
                    continue;
                }
                Socket server = new Socket(target.getHostString(), target.getPort());
                open.addAll(List.of(client, server));
                Thread.startVirtualThread(() -> pump(client, server));
                Thread.startVirtualThread(() -> pump(server, client));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // That is what a cut looks like.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
