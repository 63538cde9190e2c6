/** Tests of what draws QR codes. */
@NullMarked
package com.hotpotspot.qr;

import org.jspecify.annotations.NullMarked;
