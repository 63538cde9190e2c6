package com.hotpotspot.answer;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** An object of JSON that is kept as text, and put into an answer as it is. */
public record StoredJson(@JsonValue @JsonRawValue String text) {}
