package com.hotpotspot.query.access;

import java.time.Instant;

/**
 * A sign-in that somebody has begun.
 *
 * @param until the first instant at which it can no longer be finished
 * @param slot which of the browser's cookies belongs to it
 * @param secretHash what the secret in that cookie hashes to
 * @param verifier what the issuer asks for with the code (PKCE, RFC 7636)
 * @param nonce what the ID token must answer to
 */
record BegunSignIn(Instant until, int slot, String secretHash, String verifier, String nonce, Target target) {}
