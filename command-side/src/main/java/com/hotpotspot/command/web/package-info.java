/** What all doors of this side share: the form of answers and of problems, strict reading of input, and limits. */
@NullMarked
package com.hotpotspot.command.web;

import org.jspecify.annotations.NullMarked;
