@NullMarked
package com.hotpotspot.qr;

import org.jspecify.annotations.NullMarked;
