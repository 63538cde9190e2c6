package com.hotpotspot.command.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which way the issuer's doors are asked, and which forms they read. */
class IssuerFormsTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static RunningCommandSide system;

    @BeforeAll
    static void start() {
        system = new RunningCommandSide();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Encoding, gzip, 415, identity",
        "Content-Encoding, br, 415, identity",
        "Content-Encoding, identity, 200, ''",
        "Content-Type, application/x-www-form-urlencoded; charset=utf-16, 415, ''",
        "Content-Type, application/x-www-form-urlencoded; charset=ISO-8859-1, 415, ''",
        "Content-Type, application/x-www-form-urlencoded; charset=none, 415, ''",
        "Content-Type, application/x-www-form-urlencoded; charset=UTF-8, 200, ''",
        "Content-Type, Application/X-WWW-Form-Urlencoded, 200, ''",
        "Content-Type, application/json, 401, ''"
    })
    void aFormIsReadAsItIsOrNotAtAll(String header, String value, int status, String accepted) {
        String secret = system.administratorsCredentials().get("clientSecret").asString();
        HttpRequest.Builder form = request("/oauth2/token");

        Reply reply = system.as(null)
                .send(form.setHeader(header, value)
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "grant_type=client_credentials&client_id=administrator&client_secret=" + secret))
                        .build());

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Accept-Encoding")).isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=%zz",
                "%",
                "grant_type=client_credentials&client_id=%8",
                "client_id=%ff",
                "client_id=%D0&b=%B4"
            })
    void aFormThatIsNoneIsRefusedBeforeAnybodyLooksAtIt(String form) {
        Reply reply = post(form);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("code").asString()).isEqualTo("bad-request");
    }

    @Test
    void aFormHasNoMoreParametersThanAnyOtherRequest() {
        assertThat(post("a&".repeat(100)).status()).isEqualTo(401);
        assertThat(post("a&".repeat(101)).status()).isEqualTo(400);
    }

    @Test
    void aFormIsNoLargerThanAnyOtherBody() {
        Reply reply = post("client_id=" + "x".repeat(300_000));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.json().get("code").asString()).isEqualTo("content-too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /oauth2/token, POST",
        "DELETE, /oauth2/authorize, GET",
        "PUT, /oauth2/jwks, GET",
        "PATCH, /connect/logout, 'GET, POST'",
        "DELETE, /.well-known/openid-configuration, GET"
    })
    void aDoorThatIsAskedInAnotherWaySaysInWhich(String method, String door, String allowed) {
        Reply reply = system.as(null)
                .send(request(door)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build());

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo(allowed);
    }

    private static Reply post(String form) {
        return system.as(null)
                .send(request("/oauth2/token")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(system.address(path)).header("Content-Type", FORM);
    }
}
