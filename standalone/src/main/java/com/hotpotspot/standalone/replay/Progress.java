package com.hotpotspot.standalone.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far the replay is: done and total, rate and estimate. */
final class Progress {

    private static final int WIDTH = 100;
    private static final Duration ON_A_TERMINAL = Duration.ofMillis(250);
    private static final Duration IN_A_FILE = Duration.ofSeconds(5);

    private Progress() {}

    /** A bar that is redrawn in place on a terminal, or a line every few seconds where the output is kept. */
    static ProgressBar bar(long total, PrintWriter out, boolean terminal) {
        return new ProgressBarBuilder()
                .setTaskName("Sales")
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .setUpdateIntervalMillis((int) (terminal ? ON_A_TERMINAL : IN_A_FILE).toMillis())
                .setConsumer(terminal ? new Redrawn(out) : new LineByLine(out))
                .build();
    }

    /**
     * Whether standard error ends at a terminal. Java can only tell of input and output, and that differently from
     * version to version; where the system does not show it, a plain log is right everywhere.
     */
    static boolean errorsGoToTerminal() {
        Path standardError = Path.of("/proc/self/fd/2");
        if (!Files.isSymbolicLink(standardError)) {
            return false;
        }
        try {
            String target = Files.readSymbolicLink(standardError).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            return false;
        }
    }

    private abstract static class Lines implements ProgressBarConsumer {

        final PrintWriter out;

        Lines(PrintWriter out) {
            this.out = out;
        }

        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }
    }

    private static final class Redrawn extends Lines {

        Redrawn(PrintWriter out) {
            super(out);
        }

        @Override
        public void accept(String line) {
            out.print('\r' + line);
            out.flush();
        }

        @Override
        public void close() {
            out.println();
            out.flush();
        }
    }

    private static final class LineByLine extends Lines {

        private String last = "";

        LineByLine(PrintWriter out) {
            super(out);
        }

        @Override
        public void accept(String line) {
            if (!line.equals(last)) {
                last = line;
                out.println(line.stripTrailing());
                out.flush();
            }
        }

        @Override
        public void close() {
            out.flush();
        }
    }
}
