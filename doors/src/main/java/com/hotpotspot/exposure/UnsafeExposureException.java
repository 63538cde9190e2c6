package com.hotpotspot.exposure;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;

/** A server that others could reach would let them read along, so it does not start. */
public final class UnsafeExposureException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    @FormatMethod
    UnsafeExposureException(@FormatString String message, Object... arguments) {
        super(String.format(Locale.ROOT, message, arguments));
    }
}
