package com.hotpotspot.query.web;

import com.hotpotspot.tlog.merkle.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.resource.HttpResource;

/** A page asset in memory, as it is and packed, so that no request costs more than the sending. */
final class PackedAsset {

    private static final int TAG_DIGITS = 32;

    private final Form plain;
    private final Form packed;

    private PackedAsset(String name, byte[] content) {
        String digest = Hash.sha256(content).hex().substring(0, TAG_DIGITS);
        this.plain = new Form(name, content, digest, null);
        // It is packed once and sent often.
        byte[] smaller = Gzip.pack(content, Deflater.BEST_COMPRESSION);
        this.packed = smaller.length < content.length ? new Form(name, smaller, digest + "-gzip", "gzip") : plain;
    }

    static PackedAsset of(Resource asset) {
        try {
            return new PackedAsset(String.valueOf(asset.getFilename()), asset.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("the pages lack " + asset, e);
        }
    }

    /** The form for a request with these headers. */
    Form formFor(HttpHeaders headers) {
        return Gzip.isTaken(headers) ? packed : plain;
    }

    /** How much memory both forms take. */
    int bytes() {
        return plain.getByteArray().length + packed.getByteArray().length;
    }

    /** What is sent, with the headers that tell which form it is. */
    static final class Form extends ByteArrayResource implements HttpResource {

        private final String name;
        private final String tag;
        private final @Nullable String encoding;

        private Form(String name, byte[] content, String tag, @Nullable String encoding) {
            super(content, name);
            this.name = name;
            this.tag = tag;
            this.encoding = encoding;
        }

        @Override
        public String getFilename() {
            return name;
        }

        String tag() {
            return tag;
        }

        @Override
        public HttpHeaders getResponseHeaders() {
            HttpHeaders headers = new HttpHeaders();
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            if (encoding != null) {
                headers.set(HttpHeaders.CONTENT_ENCODING, encoding);
            }
            return headers;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
