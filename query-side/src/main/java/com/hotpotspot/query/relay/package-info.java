/**
 * What pages do: their forms go from here to the command side, with the access token of whoever is signed in, which
 * stays in the session and never reaches a browser. As a proxy would, this decides nothing and knows no command; it
 * writes what was entered as JSON, passes it on, and keeps what became of it for the page that is shown next.
 *
 * <p>A page's template asks {@link com.hotpotspot.query.relay.Forms}, which it knows as {@code commands}, for the form
 * of a door, and writes it with the fragments of {@code form.html}. The name of a field is the path of a member in the
 * command's body; what kind of value is meant follows after a colon, see {@link com.hotpotspot.query.relay.FieldKind}.
 */
@NullMarked
@MayUse({"access", "events", "limits", "qr", "query.access", "query.layout", "query.projection", "query.web"})
@MayTouch(WEB)
package com.hotpotspot.query.relay;

import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
