package com.hotpotspot.query.relay;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a page that is being written, and what became of the one that led to it. Public methods are for
 * templates.
 *
 * @param outcome null if none did
 */
public record Forms(@Nullable Outcome outcome) {

    /**
     * The form that leads to a door of the command side.
     *
     * @param door its path below {@code /api/v1}, with a leading slash
     */
    public Form to(String door) {
        return new Form(door, outcome != null && outcome.door().equals(door) ? outcome : null);
    }

    /** Whether this page says a secret that no other will, so that nothing on it should lead away by chance. */
    public boolean tellsASecret() {
        return outcome != null && outcome.answered().containsKey("clientSecret");
    }

    /**
     * One of them.
     *
     * @param outcome of the last time that it was sent; null if this page is not what followed
     */
    public record Form(String door, @Nullable Outcome outcome) {

        public String action() {
            return RelayEndpoint.PATH + door;
        }

        /** What the command side knows it by, so that it is done once, however often it is sent. */
        public String key() {
            return outcome == null || outcome.keyToSendAgain() == null
                    ? UUID.randomUUID().toString()
                    : outcome.keyToSendAgain();
        }

        /** What was entered in a field before it was refused. */
        public String value(String field) {
            return value(field, "");
        }

        /** @param otherwise what to suggest where nothing was */
        public String value(String field, String otherwise) {
            return outcome == null || outcome.isDone()
                    ? otherwise
                    : outcome.entered().getOrDefault(path(field), "");
        }

        /** What was sent along, if the same is to be sent once more; else something new. */
        public String sentAgain(String field, String otherwise) {
            return outcome == null || outcome.keyToSendAgain() == null ? otherwise : value(field, otherwise);
        }

        /** What is the matter with a field; null if nothing is known to be. */
        public @Nullable Mistake wrong(String field) {
            Mistake wrong = outcome == null ? null : outcome.wrong().get(path(field));
            return wrong != null && field.endsWith(":" + FieldKind.LARI.word()) ? wrong.aboutLari() : wrong;
        }

        /** Something that the command side answered, such as a secret that is told once; null if it did not. */
        public @Nullable String answered(String member) {
            return outcome == null ? null : outcome.answered().get(member);
        }

        /** What an element of the page is called that belongs to a field. */
        public String id(String field) {
            return (door + "-" + path(field)).substring(1).replaceAll("[^A-Za-z0-9]", "-");
        }

        private static String path(String field) {
            int colon = field.indexOf(':');
            return colon < 0 ? field : field.substring(0, colon);
        }
    }
}
