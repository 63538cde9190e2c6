/**
 * Events as the log publishes them, one line of JSON each, and the entry of the tree that is made from each. JSON is
 * read strictly and by code of this package, since a verifier depends on no library.
 */
@NullMarked
package com.hotpotspot.tlog.event;

import org.jspecify.annotations.NullMarked;
