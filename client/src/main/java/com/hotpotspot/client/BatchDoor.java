package com.hotpotspot.client;

/** Where a batch of sales goes in. */
public enum BatchDoor {
    /** What a till sold lately, perhaps while it was offline: at most 7 days ago. */
    SALES("/api/v1/sales/batch"),
    /** History from before the system, of any age. */
    IMPORT("/api/v1/imports/sales");

    /** The command side takes no more lines than this at once. */
    public static final int MAX_SALES = 5_000;

    private final String path;

    BatchDoor(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
