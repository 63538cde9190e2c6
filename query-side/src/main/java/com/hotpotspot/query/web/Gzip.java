package com.hotpotspot.query.web;

import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** Whether a client takes an answer that was packed beforehand. */
public final class Gzip {

    private static final Pattern GIVEN = Pattern.compile(",");
    private static final Pattern GZIP =
            Pattern.compile("\\s*gzip\\s*(;\\s*q=(1(\\.0*)?|0\\.0*[1-9][0-9]*))?\\s*", Pattern.CASE_INSENSITIVE);

    private Gzip() {}

    /** Said plainly; whoever says it in another way gets more bytes. */
    public static boolean isTaken(HttpHeaders headers) {
        return headers.getOrEmpty(HttpHeaders.ACCEPT_ENCODING).stream()
                .flatMap(GIVEN::splitAsStream)
                .anyMatch(GZIP.asMatchPredicate());
    }
}
