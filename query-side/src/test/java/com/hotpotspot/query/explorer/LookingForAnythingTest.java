package com.hotpotspot.query.explorer;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of whatever somebody types into the explorer's field. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookingForAnythingTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.withPages(database);
    private final Browser browser = new Browser();
    private String ofTheSale = "";

    @BeforeAll
    void network() {
        WrittenLog written = new WrittenLog(database);
        written.found(NetworkPurpose.LIVE);
        written.sell(written.register("VAKE", NodeType.OWNER, "Tbilisi"), "4711", "2026-01-15T10:00:00Z", khinkali(5));
        written.append(new AccountCreated(new AccountId("6f1d0c1e-3f0a-4c55-8a52-9d0c7b1f2e34"), AccountKind.PERSON));
        side.caughtUpTo(written.head());
        ofTheSale = new PostgresEventLog(database.as("hps_query"))
                .read(3, 1)
                .events()
                .getFirst()
                .eventId()
                .toString();
    }

    @AfterAll
    void close() {
        browser.close();
        side.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "3, /explorer/events/3",
        "0, /explorer/events/0",
        "VAKE 4711, /explorer/streams/sale:VAKE:0000004711",
        "sale:VAKE:0000004711, /explorer/streams/sale:VAKE:0000004711",
        "node:VAKE, /explorer/streams/node:VAKE",
        "VAKE, /explorer/streams/node:VAKE",
        "6f1d0c1e-3f0a-4c55-8a52-9d0c7b1f2e34, /explorer/streams/account:6f1d0c1e-3f0a-4c55-8a52-9d0c7b1f2e34"
    })
    void whateverIsTypedLeadsToIt(String typed, String path) {
        HttpResponse<String> found = sought(typed);

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.uri()).hasToString(side.url(path));
    }

    @Test
    void aWalletLeadsToItsPage() {
        String path = "/wallets/" + WrittenLog.FOUNDER.wallet();

        assertThat(sought(WrittenLog.FOUNDER.wallet().value()).uri()).hasToString(side.url(path));
    }

    @Test
    void anEventIsFoundByItsIdToo() {
        assertThat(sought(ofTheSale).uri()).hasToString(side.url("/explorer/events/3"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "999999, 404, There is no such position yet: the log ends at",
                "VAKE 4712, 404, The log has no such stream.",
                "node:NONE, 404, The log has no such stream.",
                "01938f5a-6e2b-7c31-9d4f-0a1b2c3d4e5f, 404, No event of this id was found",
                "3f0c5a6e-9d1b-4c58-8f5e-2a7b6c1d0e94, 404, No event of this id was found",
                "who is it, 400, That is none of the things that can be looked for",
                "-1, 400, That is none of the things that can be looked for",
                "x' or 1=1 --, 400, That is none of the things that can be looked for",
                "../../etc/passwd, 400, That is none of the things that can be looked for"
            })
    void whatIsNotThereIsSaidInASentence(String typed, int status, String sentence) {
        HttpResponse<String> page = sought(typed);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains(sentence).contains("<h1>Explorer</h1>");
    }

    @Test
    void whatWasTypedIsKeptButForWhatIsTooLongAndIsNoPartOfThePage() {
        assertThat(sought("\"><b>bold</b>").body())
                .contains("value=\"&quot;&gt;&lt;b&gt;bold&lt;/b&gt;\"")
                .doesNotContain("<b>bold</b>");
        assertThat(sought("x".repeat(2_000)).body()).contains("value=\"" + "x".repeat(200) + "\"");
        assertThat(sought("\u0000\u0007\u202e1").statusCode()).isEqualTo(400);
        assertThat(open("/explorer?q=1&q=2").statusCode()).isEqualTo(400);
        assertThat(open("/explorer?before=x").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> sought(String typed) {
        return open("/explorer?q=" + URLEncoder.encode(typed, UTF_8));
    }

    private HttpResponse<String> open(String path) {
        return browser.open(side.url(path));
    }
}
