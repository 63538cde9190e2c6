package com.hotpotspot.command.sale;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.limits.ByteBudget;
import com.hotpotspot.limits.Pace;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The answers of a batch that is still being read. They wait for its end, since whoever sends it may not listen before:
 * each would wait for the other. What is too much to be held is sent all the same; of a batch of sales it is not.
 */
final class HeldAnswers {

    private static final long MOST = 4L * 1024 * 1024;
    private static final long STEP = 64 * 1024;

    private final OutputStream out;
    private final ByteBudget<AccountId>.Share share;
    private final Pace pace;
    private final List<byte[]> held = new ArrayList<>();
    private long holding;
    private long room;
    private boolean sending;

    HeldAnswers(OutputStream out, ByteBudget<AccountId>.Share share, Pace pace) {
        this.out = out;
        this.share = share;
        this.pace = pace;
    }

    void add(byte[] answer) throws IOException {
        if (!sending && !hasRoomFor(answer.length)) {
            send();
        }
        if (sending) {
            write(answer);
        } else {
            held.add(answer);
            holding += answer.length;
        }
    }

    private boolean hasRoomFor(int more) {
        while (holding + more > room) {
            if (room + STEP > MOST || !share.tryTake(STEP)) {
                return false;
            }
            room += STEP;
        }
        return true;
    }

    /** Holds nothing back any more. */
    void send() throws IOException {
        sending = true;
        for (byte[] answer : held) {
            write(answer);
        }
        held.clear();
        share.giveBack(room);
        room = 0;
    }

    private void write(byte[] answer) throws IOException {
        long begun = System.nanoTime();
        out.write(answer);
        out.write('\n');
        pace.moved(answer.length, System.nanoTime() - begun);
    }
}
