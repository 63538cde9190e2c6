/**
 * The system as its clients see it: two doors over HTTP, open to those who sign in. Whatever goes in at the command
 * side has a natural key, so every request may be repeated; that is how a till survives a lost connection or a server
 * that restarts.
 */
@NullMarked
package com.hotpotspot.client;

import org.jspecify.annotations.NullMarked;
