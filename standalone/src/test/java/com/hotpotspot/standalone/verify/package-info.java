/** Verdicts over small logs, sound and tampered with, by the command line that a regulator uses. */
@NullMarked
package com.hotpotspot.standalone.verify;

import org.jspecify.annotations.NullMarked;
