package com.hotpotspot.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused (RFC 9457), with the members of an {@link Answer}.
 *
 * @param type a name of the code, not an address
 * @param title the status in the words of HTTP
 * @param detail a sentence for people, which names what is the matter
 * @param instance the path that was asked for; absent where the request was not understood that far
 * @param code stable: what a client may act on
 * @param error the detail once more
 * @param errors what is wrong with which field; absent where it is not a matter of fields
 * @param supportedVersions where a version was asked for that does not exist; absent otherwise
 * @param timestamp when it was refused, in milliseconds
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProblemDocument(
        URI type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable URI instance,
        String code,
        boolean success,
        @Nullable Object data,
        String error,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldProblem> errors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> supportedVersions,
        Instant timestamp) {

    private static final List<String> SUPPORTED_VERSIONS = List.of("v1");
    private static final Pattern VERSIONED = Pattern.compile("/api/(v[0-9]+)(?:/.*)?");

    private static final String UNREADABLE =
            "The request cannot be read: its first line or its header is malformed, or larger than 8 KiB.";

    public static ProblemDocument of(PublicCode code, String detail, List<FieldProblem> errors, Instant now) {
        return of(code.status().number(), code.status().title(), code.code(), detail, errors, now);
    }

    /** Where there is no door: it may be that of a version of the interface that does not exist. */
    public static ProblemDocument nothingAt(String path, Instant now) {
        Matcher versioned = VERSIONED.matcher(path);
        return versioned.matches() && !SUPPORTED_VERSIONS.contains(versioned.group(1))
                ? of(GeneralCode.UNSUPPORTED_VERSION, "This version of the interface does not exist.", List.of(), now)
                        .withSupportedVersions(SUPPORTED_VERSIONS)
                : of(GeneralCode.NOT_FOUND, "There is nothing here.", List.of(), now);
    }

    /** Where nothing is known but a status, which may be one that nothing of ours refuses with. */
    public static ProblemDocument ofStatus(int status, Instant now) {
        return ofStatus(status, status == Status.BAD_REQUEST.number() ? UNREADABLE : plain(status), now);
    }

    /** The same where there is more to tell than what the status means. */
    public static ProblemDocument ofStatus(int status, String detail, Instant now) {
        String title = Status.of(status).map(Status::title).orElse("Error " + status);
        return of(status, title, GeneralCode.of(status).code(), detail, List.of(), now);
    }

    private static String plain(int status) {
        return GeneralCode.of(status).meaning().replace("`", "");
    }

    private static ProblemDocument of(
            int status, String title, String code, String detail, List<FieldProblem> errors, Instant now) {
        return new ProblemDocument(
                URI.create("urn:hotpotspot:problem:" + code),
                title,
                status,
                detail,
                null,
                code,
                false,
                null,
                detail,
                errors,
                List.of(),
                now.truncatedTo(ChronoUnit.MILLIS));
    }

    /** The same with the path that was asked for. */
    public ProblemDocument at(String path) {
        return new ProblemDocument(
                type,
                title,
                status,
                detail,
                addressOf(path),
                code,
                success,
                data,
                error,
                errors,
                supportedVersions,
                timestamp);
    }

    /** The same with the versions of the interface that there are. */
    private ProblemDocument withSupportedVersions(List<String> versions) {
        return new ProblemDocument(
                type, title, status, detail, instance, code, success, data, error, errors, versions, timestamp);
    }

    /** Not everything that a path may be is an address by itself: {@code //} would begin with a host. */
    private static URI addressOf(String path) {
        try {
            return new URI(path);
        } catch (URISyntaxException e) {
            return URI.create("/");
        }
    }
}
