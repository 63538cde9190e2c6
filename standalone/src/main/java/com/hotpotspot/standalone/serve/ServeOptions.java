package com.hotpotspot.standalone.serve;

import java.net.URI;
import java.nio.file.Path;

/** Where to keep the data and where to listen. */
record ServeOptions(Path data, int commandPort, int queryPort, boolean empty) {

    URI commandSide() {
        return localhost(commandPort);
    }

    /** Where the pages are, too. */
    URI querySide() {
        return localhost(queryPort);
    }

    private static URI localhost(int port) {
        return URI.create("http://localhost:" + port);
    }
}
