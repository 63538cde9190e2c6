/**
 * The Merkle tree of RFC 6962, section 2.1, with SHA-256: hashes, the root of a tree that grows, inclusion and
 * consistency proofs, made and checked. It knows neither events nor where hashes are kept.
 */
@NullMarked
@MayUse("tlog.format")
package com.hotpotspot.tlog.merkle;

import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
