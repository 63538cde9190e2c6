package com.hotpotspot.query.web;

import com.hotpotspot.answer.FieldProblem;
import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.answer.PublicCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that cannot be answered, with a code that a client can act on. Becomes a problem document (RFC 9457). */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String CHALLENGE = "Bearer realm=\"hotpotspot\"";

    private final PublicCode code;
    private final transient List<FieldProblem> errors;
    private final @Nullable String challenge;
    private final @Nullable String reason;
    private final transient @Nullable Way way;

    private Problem(PublicCode code, String detail, List<FieldProblem> errors) {
        this(code, detail, errors, null, null, null);
    }

    private Problem(
            PublicCode code,
            String detail,
            List<FieldProblem> errors,
            @Nullable String challenge,
            @Nullable String reason,
            @Nullable Way way) {
        super(detail);
        this.code = code;
        this.errors = errors;
        this.challenge = challenge;
        this.reason = reason;
        this.way = way;
    }

    /** What the code says is the matter here, in a sentence. */
    public static Problem of(PublicCode code, String detail) {
        return new Problem(code, detail, List.of());
    }

    /**
     * 400: a parameter is not what it must be.
     *
     * @param reason reads on after the parameter's name, without a full stop
     */
    public static Problem invalid(String parameter, String reason) {
        FieldProblem field = FieldProblem.of(parameter, reason);
        return new Problem(GeneralCode.BAD_REQUEST, field.message(), List.of(field));
    }

    /** 400: the request as a whole is not what it must be. */
    public static Problem malformed(String detail) {
        return of(GeneralCode.BAD_REQUEST, detail);
    }

    /** 413: more was sent than anybody needs to send here. */
    public static Problem tooLarge() {
        return of(
                GeneralCode.CONTENT_TOO_LARGE,
                "What was sent is larger than 512 KB, the most that is taken here. To check something that large, use"
                        + " hotpotspot verify.");
    }

    /** 401: nobody was said to ask. */
    public static Problem unauthenticated() {
        return unauthenticated("This needs an access token.", CHALLENGE);
    }

    /** 401: what says who asks is not valid, or no longer. */
    public static Problem badToken() {
        return unauthenticated("The access token is not valid, or no longer.", CHALLENGE + ", error=\"invalid_token\"");
    }

    /** 401: a person is not signed in, or no longer, and a page says so. */
    public static Problem notSignedIn(String detail) {
        return unauthenticated(detail, CHALLENGE);
    }

    private static Problem unauthenticated(String detail, String challenge) {
        return new Problem(GeneralCode.UNAUTHENTICATED, detail, List.of(), challenge, null, null);
    }

    /** 403: whoever asks may not. */
    public static Problem forbidden(String detail) {
        return of(GeneralCode.FORBIDDEN, detail);
    }

    /** 504: the database was not done with an answer in the time that there is for one. */
    public static Problem tookTooLong() {
        return of(
                GeneralCode.ANSWER_TOOK_TOO_LONG,
                "The answer took too long to make. Ask for a shorter period, or for fewer nodes.");
    }

    /** 503: what a request needs is not there at the moment, or does not work. */
    public static Problem unavailable(String what) {
        return of(GeneralCode.UNAVAILABLE, what + " cannot be reached. Try again.");
    }

    /**
     * The same, with a reason by which pages know it and find their own words for it, where its code is that of other
     * things, too.
     *
     * @param name of the reason, which ends the key of those words
     */
    public Problem knownAs(String name) {
        return new Problem(code, String.valueOf(getMessage()), errors, challenge, name, way);
    }

    /**
     * The same, with a way on for a person who reads it on a page.
     *
     * @param label ends the key of what the link says
     * @param path a place here
     */
    public Problem leadingTo(String label, String path) {
        return new Problem(code, String.valueOf(getMessage()), errors, challenge, reason, new Way(label, path));
    }

    /** By which reason pages know it. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Where a person may go from here. */
    Optional<Way> way() {
        return Optional.ofNullable(way);
    }

    PublicCode code() {
        return code;
    }

    /** How to say who one is (RFC 6750), where that is the problem. */
    Optional<String> challenge() {
        return Optional.ofNullable(challenge);
    }

    List<FieldProblem> errors() {
        return errors;
    }

    /** A link on a page that says what went wrong. Public because the template calls it. */
    public record Way(String label, String path) {}
}
