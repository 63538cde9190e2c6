/** The languages of the pages: which one somebody reads, and where its texts are. */
@NullMarked
@MayUse("language")
@MayTouch(WEB)
package com.hotpotspot.query.language;

import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
