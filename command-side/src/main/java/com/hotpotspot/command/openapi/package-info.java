/** The document of this side's HTTP interface (OpenAPI), made from the doors themselves when somebody first asks. */
@NullMarked
@MayUse({"access", "answer", "command.web", "openapi"})
@MayTouch(WEB)
package com.hotpotspot.command.openapi;

import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
