package com.hotpotspot.command.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a guide.
 *
 * @param guide its file
 * @param line where its text begins, counted from 1
 * @param language what the fence says it is
 */
record Example(Path guide, int line, String language, String text) {

    private static final Pattern FENCED = Pattern.compile("(?ms)^```([^\n]*)\n(.*?)^```$");

    /** All of a guide, in order. */
    static List<Example> in(Path guide) throws IOException {
        String text = Files.readString(guide);
        List<Example> all = new ArrayList<>();
        Matcher block = FENCED.matcher(text);
        while (block.find()) {
            int line = 1
                    + Math.toIntExact(text.substring(0, block.start(2))
                            .chars()
                            .filter(c -> c == '\n')
                            .count());
            all.add(new Example(guide, line, block.group(1), block.group(2)));
        }
        return all;
    }

    /** Where it is, for whoever has to mend it. */
    String place() {
        return guide + ":" + line;
    }
}
