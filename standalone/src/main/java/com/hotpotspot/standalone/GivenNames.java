package com.hotpotspot.standalone;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether names of files came here as they were given. Java reads them in the letters of the locale; what those lack
 * becomes a sign that stands for nothing, and a file of that name would be another one.
 */
final class GivenNames {

    private static final char REPLACEMENT = '\uFFFD';

    private GivenNames() {}

    /** What is wrong with the arguments, the working directory or the jar's place, in one line; empty if nothing is. */
    static Optional<String> fault(String... arguments) {
        return fault(
                charset(System.getProperty("sun.jnu.encoding", "")),
                Stream.concat(
                        Stream.of(System.getProperty("user.dir"), System.getProperty("java.class.path")),
                        Arrays.stream(arguments)));
    }

    /** @param letters what the locale can hold */
    static Optional<String> fault(Charset letters, Stream<String> names) {
        return names.filter(name -> isMangled(name, letters))
                .findFirst()
                .map(name -> "%s holds letters that cannot be read in this locale (%s);"
                                .formatted(oneLine(name), letters.name())
                        + " set LC_ALL=C.UTF-8, or use other names");
    }

    /** Older Javas put a question mark, which is a letter like any other where the locale has more than ASCII. */
    private static boolean isMangled(String name, Charset letters) {
        return name.indexOf(REPLACEMENT) >= 0 || (letters.equals(StandardCharsets.US_ASCII) && name.indexOf('?') >= 0);
    }

    private static String oneLine(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    private static Charset charset(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.US_ASCII;
    }
}
