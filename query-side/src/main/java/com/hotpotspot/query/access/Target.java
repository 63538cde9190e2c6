package com.hotpotspot.query.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where somebody wants to go once they have signed in: a place here, never another site.
 *
 * @param path with its query, as in an address
 */
public record Target(String path) {

    static final Target FIRST_PAGE = new Target("/");

    /** The parameter of {@link #signIn()}. */
    static final String PARAMETER = "to";

    private static final int LONGEST = 500;
    private static final Pattern PLACE_HERE = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]*");

    /** The first page in place of whatever is no place here, or too long to be remembered. */
    public static Target of(@Nullable String path) {
        return path != null
                        && path.length() <= LONGEST
                        && PLACE_HERE.matcher(path).matches()
                        && isAddress(path)
                ? new Target(path)
                : FIRST_PAGE;
    }

    /**
     * Browsers send what the syntax of addresses does not know, such as a bracket in a path; a link here never does.
     */
    private static boolean isAddress(String path) {
        try {
            return new URI(path).getRawPath() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Where a request was going, if it is a place that a link can lead to. */
    static Target of(URI wanted) {
        if (SignIn.SIGN_OUT.equals(wanted.getRawPath())) {
            return FIRST_PAGE;
        }
        String query = wanted.getRawQuery();
        return of(wanted.getRawPath() + (query == null ? "" : "?" + query));
    }

    /**
     * The page that a form stands on, as pages have browsers say it; where the form leads if none does. Of what is said
     * only the path is taken, so that it leads nowhere but here.
     */
    static Target ofPageThatSent(ServerHttpRequest form) {
        String page = form.getHeaders().getFirst(HttpHeaders.REFERER);
        try {
            return page == null ? of(form.getURI()) : of(new URI(page));
        } catch (URISyntaxException e) {
            return of(form.getURI());
        }
    }

    /** Where signing in begins, and ends here. */
    String signIn() {
        return "%s?%s=%s".formatted(SignIn.BEGIN, PARAMETER, URLEncoder.encode(path, StandardCharsets.UTF_8));
    }
}
