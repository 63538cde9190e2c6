/** QR codes as the pages of both sides draw them. */
@NullMarked
package com.hotpotspot.qr;

import org.jspecify.annotations.NullMarked;
