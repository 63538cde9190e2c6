package com.hotpotspot.house.tidy;

/**
 * Something untidy.
 *
 * @param rule short, as the ratchet names it
 * @param file path from the root of the repository
 * @param subject what in the file is meant, such as a method; empty where it is the file
 * @param amount how much of it, such as lines; amounts of the same subject add up
 * @param toDo what is wrong, and what to do about it
 */
record Finding(String rule, String file, long line, String subject, int amount, String toDo) {

    static Finding of(String rule, JavaSource source, long line, String toDo) {
        return new Finding(rule, source.file(), line, "", 1, toDo);
    }

    String key() {
        return rule + " " + file + (subject.isEmpty() ? "" : "#" + subject);
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + rule + ": " + toDo;
    }
}
