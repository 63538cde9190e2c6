package com.hotpotspot.tlog.witness;

/**
 * What a witness answers.
 *
 * @param status of HTTP: 200 with signature lines or a checkpoint, 400, 403, 404, 409 with the latest size, or 422
 * @param contentType of the body
 * @param body ends with a line feed
 */
public record Answer(int status, String contentType, String body) {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";

    static Answer cosigned(String lines) {
        return new Answer(200, TEXT, lines);
    }

    static Answer checkpoint(String note) {
        return new Answer(200, TEXT, note);
    }

    static Answer refused(int status, String sentence) {
        return new Answer(status, TEXT, sentence + '\n');
    }

    static Answer conflict(long latestSize) {
        return new Answer(409, SIZE, Long.toString(latestSize) + '\n');
    }
}
