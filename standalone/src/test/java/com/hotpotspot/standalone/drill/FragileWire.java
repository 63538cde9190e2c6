package com.hotpotspot.standalone.drill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * The network between a side and its database. It can be cut, and it can be cut at the worst of moments: when the
 * database has done its work and the answer is on its way.
 */
final class FragileWire implements AutoCloseable {

    /** A statement with a batch of events is larger than this, any other is smaller. */
    private static final int A_BATCH_OF_EVENTS = 1_500;

    private final ServerSocket door;
    private final IntSupplier target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answersToLose = new AtomicInteger();
    private final AtomicInteger answersLost = new AtomicInteger();

    /** @param target the database's port at the moment */
    FragileWire(IntSupplier target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("wire").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Cuts what is connected; new connections can be made at once. */
    void cut() {
        open.forEach(FragileWire::close);
    }

    /** Cuts the connections of the next appends between their commit and its answer. */
    void loseAnswers(int count) {
        answersToLose.set(count);
    }

    /** How many appends were cut off from their answer so far. */
    int answersLost() {
        return answersLost.get();
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
                Socket side = door.accept();
                Thread.startVirtualThread(() -> connect(side));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(Socket side) {
        try {
            Socket database = new Socket(InetAddress.getLoopbackAddress(), target.getAsInt());
            open.add(side);
            open.add(database);
            AtomicBoolean appending = new AtomicBoolean();
            Thread.startVirtualThread(() -> carry(side, database, sent -> {
                appending.compareAndSet(false, sent > A_BATCH_OF_EVENTS);
                return true;
            }));
            carry(database, side, answered -> !appending.getAndSet(false) || !losesAnAnswer());
        } catch (IOException e) {
            // The database is not there, which the side is to see as well.
            close(side);
        }
    }

    private boolean losesAnAnswer() {
        boolean lost = answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (lost) {
            answersLost.incrementAndGet();
        }
        return lost;
    }

    private void carry(Socket from, Socket to, Customs customs) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0 && customs.lets(read); read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // That is what a cut looks like.
        } finally {
            open.remove(from);
            open.remove(to);
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

    /** Decides whether what was read is passed on; if not, the connection ends here. */
    private interface Customs {
        boolean lets(int bytes);
    }
}
