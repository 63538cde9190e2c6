/**
 * The built-in issuer of tokens (OAuth 2.1, OpenID Connect): programs sign in with their secret, people on a page. What
 * a token says of somebody's roles comes from the accounts.
 */
@NullMarked
package com.hotpotspot.command.issuer;

import org.jspecify.annotations.NullMarked;
