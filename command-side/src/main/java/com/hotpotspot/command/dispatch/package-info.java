/** The way of a command from a door to its handler: who sent it goes in, where its events landed comes out. */
@NullMarked
package com.hotpotspot.command.dispatch;

import org.jspecify.annotations.NullMarked;
