/** The whole system in one JVM, and the commands of the one jar: the entry class and the command line. */
@NullMarked
package com.hotpotspot.standalone;

import org.jspecify.annotations.NullMarked;
