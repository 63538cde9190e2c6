package com.hotpotspot.standalone.serve;

import java.nio.file.Path;

/** Where to keep the data and where to listen. */
record ServeOptions(Path data, int commandPort, int queryPort, boolean empty) {}
