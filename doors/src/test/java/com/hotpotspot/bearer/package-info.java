/** Holds what tokens are believed, against an issuer that misbehaves. */
@NullMarked
package com.hotpotspot.bearer;

import org.jspecify.annotations.NullMarked;
