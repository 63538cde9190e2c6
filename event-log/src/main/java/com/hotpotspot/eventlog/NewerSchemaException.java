package com.hotpotspot.eventlog;

/** A newer build has changed the database, so that this one must not work in it. */
public final class NewerSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NewerSchemaException(String schema, String found, String known) {
        super(("This build is older than the database: the schema %s is at version %s, and it knows %s at most. Start"
                        + " the build that was here last, or a newer one; to go back, restore a backup from before.")
                .formatted(schema, found, known));
    }
}
