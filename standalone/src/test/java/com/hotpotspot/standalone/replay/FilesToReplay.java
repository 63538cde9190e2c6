package com.hotpotspot.standalone.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a test writes, and reads as {@code replay} does. */
record FilesToReplay(Path directory) {

    Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    /** What a file of orders with this content says, without a menu. */
    OrderFile orders(String content) throws IOException {
        return OrderFile.read(write("orders.csv", content), Menu.empty());
    }
}
