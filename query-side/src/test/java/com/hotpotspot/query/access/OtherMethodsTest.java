package com.hotpotspot.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.query.testing.RunningQuerySide;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Whoever asks a door in a way that it is not asked is told in which ways it is: in all of these, and in no others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherMethodsTest {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PURGE");

    /** Where the answer begins with the first event. */
    private static final String SAYS_NOTHING_YET = "/live";

    private final RunningQuerySide side = RunningQuerySide.onAnEmptyLog();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterAll
    void close() {
        http.close();
        side.close();
    }

    @Test
    void allowIsTrueAtEveryDoor() throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (String path : paths()) {
            Set<String> refused = new TreeSet<>();
            Set<String> taken = new TreeSet<>();
            Set<String> named = new TreeSet<>();
            for (String method : METHODS) {
                if (path.equals(SAYS_NOTHING_YET) && List.of("GET", "HEAD").contains(method)) {
                    taken.add(method);
                    continue;
                }
                HttpResponse<InputStream> answer = asked(method, path);
                String allow = answer.headers().firstValue("Allow").orElse("");
                if (answer.statusCode() == 405) {
                    refused.add(method);
                    named.addAll(List.of(allow.split(", ")));
                } else {
                    taken.add(method);
                    if (!allow.isEmpty()) {
                        wrong.add(method + ' ' + path + " is answered, and names " + allow);
                    }
                }
            }
            if (!named.containsAll(taken) || !Collections.disjoint(named, refused)) {
                wrong.add(path + " takes " + taken + ", refuses " + refused + " and names " + named);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        side.context().getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(door -> door.getPatternsCondition().getPatterns().stream())
                .map(PathPattern::getPatternString)
                .map(path -> path.replaceAll("\\{\\*?[a-zA-Z]+}", "none"))
                .forEach(paths::add);
        assertThat(paths).hasSizeGreaterThan(30);
        return paths;
    }

    private HttpResponse<InputStream> asked(String method, String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(URI.create(side.url(path)))
                        .header("Authorization", side.authorization())
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close();
        return answer;
    }

    @Test
    void whereThereIsNothingNoMethodIsNamed() throws IOException, InterruptedException {
        for (String method : METHODS) {
            HttpResponse<InputStream> answer = asked(method, "/api/v1/nothing");

            assertThat(answer.statusCode()).as(method).isEqualTo(404);
            assertThat(answer.headers().firstValue("Allow")).as(method).isEmpty();
        }
    }
}
