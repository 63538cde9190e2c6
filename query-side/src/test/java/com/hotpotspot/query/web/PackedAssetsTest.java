package com.hotpotspot.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.query.testing.RunningQuerySide;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackedAssetsTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.on(database);
    private final PageAssets assets = side.bean(PageAssets.class);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterAll
    void close() {
        client.close();
        side.close();
        database.close();
    }

    private HttpResponse<byte[]> get(String asset, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + side.port() + asset));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private Stream<String> ofAPage() {
        return Stream.of(assets.style(), assets.script(), assets.htmx(), assets.icon());
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return content.readAllBytes();
        }
    }

    /** What is packed while it is sent has no length that could be told beforehand. */
    @ParameterizedTest
    @MethodSource("ofAPage")
    void isSentAsItWasPackedOnce(String asset) throws Exception {
        HttpResponse<byte[]> plain = get(asset);
        HttpResponse<byte[]> packed = get(asset, "Accept-Encoding", "br, gzip");

        assertThat(packed.statusCode()).isEqualTo(200);
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValueAsLong("Content-Length")).hasValue(packed.body().length);
        assertThat(packed.body()).hasSizeLessThan(plain.body().length);
        assertThat(unpacked(packed.body())).isEqualTo(plain.body());
        assertThat(packed.headers().firstValue("Content-Type"))
                .isEqualTo(plain.headers().firstValue("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "zstd", "br", "gzip;q=0", "identity"})
    void isSentAsItIsToWhoeverDoesNotTakeGzip(String accepted) throws Exception {
        HttpResponse<byte[]> answer = get(assets.style(), "Accept-Encoding", accepted);

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
        assertThat(answer.body()).isEqualTo(get(assets.style()).body());
    }

    @Test
    void eachFormHasATagOfItsOwnByWhichACopyIsFoundToBeGood() throws Exception {
        String plain = tag(get(assets.script()));
        String packed = tag(get(assets.script(), "Accept-Encoding", "gzip"));

        assertThat(packed).isNotEqualTo(plain);
        assertThat(get(assets.script(), "If-None-Match", plain).statusCode()).isEqualTo(304);
        assertThat(get(assets.script(), "If-None-Match", packed).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> unchanged = get(assets.script(), "Accept-Encoding", "gzip", "If-None-Match", packed);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
    }

    @Test
    void sharedCachesAreToldThatThereAreTwoForms() throws Exception {
        assertThat(get(assets.style()).headers().allValues("Vary")).contains("Accept-Encoding");
        HttpResponse<byte[]> packed = get(assets.style(), "Accept-Encoding", "gzip");
        assertThat(packed.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(packed.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("max-age=31536000", "public"));
    }

    private static String tag(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
