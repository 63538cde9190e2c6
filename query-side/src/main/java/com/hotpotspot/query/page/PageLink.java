package com.hotpotspot.query.page;

/**
 * The way to a page.
 *
 * @param name the key of what it is called
 * @param here whether it is the page that is shown
 */
record PageLink(String path, String name, boolean here) {}
