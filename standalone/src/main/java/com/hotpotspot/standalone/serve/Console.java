package com.hotpotspot.standalone.serve;

import java.io.PrintWriter;

/** What the operator sees: a few lines, one idea each. Everything else is in the log. */
final class Console {

    private final PrintWriter out;
    private final PrintWriter err;

    Console(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void warn(String line) {
        err.println("Warning: " + line);
        err.flush();
    }

    void fail(String line) {
        err.println("Error: " + line);
        err.flush();
    }
}
