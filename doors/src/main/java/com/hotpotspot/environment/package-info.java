/** How settings are read from the environment that a process is started in, of each side alike. */
@NullMarked
package com.hotpotspot.environment;

import org.jspecify.annotations.NullMarked;
