/**
 * The audit log: builds the Merkle tree over the event log, signs what it has come to, and serves checkpoints, tiles
 * and proofs (c2sp.org/tlog-tiles). What it shows anybody can check with the module {@code verifier}, which it checks
 * itself with, too.
 */
@NullMarked
package com.hotpotspot.query.audit;

import org.jspecify.annotations.NullMarked;
