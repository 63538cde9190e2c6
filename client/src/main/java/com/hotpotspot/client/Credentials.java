package com.hotpotspot.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/**
 * What a client signs in with: its id and its secret, from a file
 * {@code {"clientId":"administrator","clientSecret":"…"}} that only its owner may read. The secret is never shown.
 */
public final class Credentials {

    /** What a first start calls the file with those of the administrator, in its data directory. */
    public static final String OF_THE_ADMINISTRATOR = "admin.credentials";

    private static final String NOTHING_FOR_OTHERS = "------";
    private static final int MOST_BYTES = 10_000;

    private final Path file;
    private final String clientId;
    private final String clientSecret;

    private Credentials(Path file, String clientId, String clientSecret) {
        this.file = file;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** @throws UnusableCredentialsException if there is no such file, others may read it, or it holds something else */
    public static Credentials readFrom(Path file) {
        try {
            refuseIfOpenToOthers(file);
            JsonNode content = HttpDoor.json(new String(read(file), UTF_8));
            return new Credentials(file, text(file, content, "clientId"), text(file, content, "clientSecret"));
        } catch (NoSuchFileException e) {
            throw new UnusableCredentialsException("There is no file of credentials " + file);
        } catch (IOException e) {
            throw new UnusableCredentialsException("The file of credentials %s cannot be read".formatted(file));
        }
    }

    String clientId() {
        return clientId;
    }

    /** The header {@code Authorization} of RFC 7617, encoded beforehand as RFC 6749 wants it (section 2.3.1). */
    String basic() {
        String pair = URLEncoder.encode(clientId, UTF_8) + ':' + URLEncoder.encode(clientSecret, UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "the credentials of %s in %s".formatted(clientId, file);
    }

    private static void refuseIfOpenToOthers(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                        .endsWith(NOTHING_FOR_OTHERS)) {
            throw new UnusableCredentialsException(
                    "Others may read or write the file of credentials %s; forbid that with: chmod 600 %s"
                            .formatted(file, file));
        }
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw holdsSomethingElse(file);
            }
            return content;
        }
    }

    private static String text(Path file, JsonNode content, String member) {
        JsonNode value = content.path(member);
        if (!value.isString() || value.asString().isBlank()) {
            throw holdsSomethingElse(file);
        }
        return value.asString();
    }

    /** Says nothing of what it does hold, which may well be secret. */
    private static UnusableCredentialsException holdsSomethingElse(Path file) {
        return new UnusableCredentialsException(
                "The file of credentials %s does not hold {\"clientId\":\"…\",\"clientSecret\":\"…\"}".formatted(file));
    }
}
