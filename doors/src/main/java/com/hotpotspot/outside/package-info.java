/** What is asked of servers that are not ours: briefly, and believing nothing of their size. */
@NullMarked
@MayTouch(WEB)
package com.hotpotspot.outside;

import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import org.jspecify.annotations.NullMarked;
