/**
 * Events as the log publishes them, one line of JSON each, and the entry of the tree that is made from each. JSON is
 * read strictly and by code of this package, since a verifier depends on no library.
 */
@NullMarked
@MayUse({"tlog.format", "tlog.merkle", "tlog.note", "tlog.proof"})
package com.hotpotspot.tlog.event;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
