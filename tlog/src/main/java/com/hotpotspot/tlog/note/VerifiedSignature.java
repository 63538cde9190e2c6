package com.hotpotspot.tlog.note;

/** A signature that was found to be by a known key. */
public record VerifiedSignature(VerifierKey key, NoteSignature signature) {}
