package com.hotpotspot.keystore;

import com.hotpotspot.events.json.EventJson;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What a keystore holds at one time. */
final class Entries {

    static final Entries NONE = new Entries(Map.of());

    private static final int MOST_SECRET_BYTES = 64 * 1024;

    private final TreeMap<SecretVersion, Secret> secrets;

    private Entries(Map<SecretVersion, Secret> secrets) {
        this.secrets = new TreeMap<>(secrets);
    }

    /** The document that is sealed. */
    private record Document(List<Entry> secrets) {

        private Document {
            Objects.requireNonNull(secrets);
        }
    }

    /** @param bytes in base64 */
    private record Entry(String bytes, String name, int version) {

        private Entry {
            Objects.requireNonNull(bytes);
            Objects.requireNonNull(name);
        }
    }

    /** @throws IllegalArgumentException if a secret is listed twice, or its version is below 1 */
    static Entries fromJson(byte[] json) {
        Map<SecretVersion, Secret> secrets = new TreeMap<>();
        for (Entry entry : EventJson.mapper().readValue(json, Document.class).secrets()) {
            SecretVersion which = new SecretVersion(new SecretName(entry.name()), entry.version());
            Secret secret = new Secret(which, Base64.getDecoder().decode(entry.bytes()));
            if (entry.version() < 1 || secrets.put(which, secret) != null) {
                throw new IllegalArgumentException("%s has no place".formatted(secret));
            }
        }
        return new Entries(secrets);
    }

    byte[] toJson() {
        List<Entry> entries = new ArrayList<>();
        secrets.forEach((which, secret) -> entries.add(new Entry(
                Base64.getEncoder().encodeToString(secret.bytes()), which.name().value(), which.version())));
        return EventJson.mapper().writeValueAsBytes(new Document(entries));
    }

    List<SecretVersion> list() {
        return List.copyOf(secrets.keySet());
    }

    Optional<Secret> find(SecretVersion which) {
        return Optional.ofNullable(secrets.get(which));
    }

    Optional<Secret> current(SecretName name) {
        return Optional.ofNullable(secrets.floorEntry(new SecretVersion(name, Integer.MAX_VALUE)))
                .map(Map.Entry::getValue)
                .filter(secret -> secret.which().name().equals(name));
    }

    /** @throws IllegalArgumentException if there are no bytes, or too many */
    Entries with(SecretName name, byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MOST_SECRET_BYTES) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "secret %s must have 1 to %d bytes", name, MOST_SECRET_BYTES));
        }
        SecretVersion next =
                new SecretVersion(name, current(name).map(Secret::version).orElse(0) + 1);
        Entries more = new Entries(secrets);
        more.secrets.put(next, new Secret(next, bytes));
        return more;
    }
}
