package com.hotpotspot.house.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule finds what it is there to find, and its place. */
class UntidyTest {

    private static final String MAIN = "sides/src/main/java/com/hotpotspot/";
    private static final String TEST = "sides/src/test/java/com/hotpotspot/";

    @TempDir
    private Path root;

    @BeforeEach
    void aTidyRepository() throws IOException {
        write("pom.xml", "<modules><module>sides</module></modules>");
        write("docs/endpoints.md", "| `GET /api/v1/nodes/{nodeId}` |");
        write(MAIN + "package-info.java", "/** All. */\n@NullMarked\npackage com.hotpotspot;\n");
        write(MAIN + "Till.java", "package com.hotpotspot;\nrecord Till(int slowDown) {}\n");
        write("doors/src/main/resources/settings/till.txt", "hotpotspot.till.slow-down\n");
    }

    @Test
    void classesAndMethodsThatAreTooLong() throws IOException {
        write(MAIN + "Long.java", "package com.hotpotspot;\nclass Long {\n" + "\n".repeat(199) + "}\n");
        write(MAIN + "JustRight.java", "package com.hotpotspot;\nclass JustRight {\n" + "\n".repeat(198) + "}");
        write(
                MAIN + "Wordy.java",
                "package com.hotpotspot;\nclass Wordy {\n  void say() {" + "\n".repeat(50) + "  }\n}");

        found(new Lengths()).containsExactlyInAnyOrder("long-class Long.java:1", "long-method Wordy.java:3");
    }

    @Test
    void namesThatFitAnything() throws IOException {
        write(MAIN + "SaleManager.java", "package com.hotpotspot;\nclass SaleManager {\n  interface ISale {}\n}\n");
        write(MAIN + "utils/Implied.java", "package com.hotpotspot.utils;\nclass Implied {}\n");

        found(new Names())
                .containsExactlyInAnyOrder(
                        "banned-name SaleManager.java:2",
                        "banned-name SaleManager.java:3",
                        "banned-name Implied.java:1");
    }

    @Test
    void packagesThatDoNotSayWhatTheyAreFor() throws IOException {
        write(TEST + "TillTest.java", "package com.hotpotspot;\nclass TillTest {}\n");
        write(TEST + "drill/TillTest.java", "package com.hotpotspot.drill;\nclass TillTest {}\n");
        write(TEST + "flood/package-info.java", "@NullMarked\npackage com.hotpotspot.flood;\n");

        found(new Packages())
                .containsExactlyInAnyOrder("package-info TillTest.java:1", "package-info package-info.java:1");
    }

    @Test
    void whatNoLineDoes() throws IOException {
        write(TEST + "TillTest.java", """
                package com.hotpotspot;
                class TillTest {
                    static final String SAID = "%s and %,d";
                    @Disabled
                    void test() {
                        Thread.sleep(3);
                        System.out.println(SAID.formatted("a", 3));
                        String.format("of %d " + "things", 3);
                        String.format(Locale.ROOT, "of %d things", 3);
                        "%s %x %%d".formatted("a", 3);
                    }
                }
                """);

        found(new Statements())
                .containsExactlyInAnyOrder(
                        "disabled-test TillTest.java:4",
                        "sleep TillTest.java:6",
                        "console TillTest.java:7",
                        "locale TillTest.java:7",
                        "locale TillTest.java:8");
    }

    @Test
    void remindersOfWhatIsLeftToDo() throws IOException {
        write(MAIN + "Later.java", "package com.hotpotspot;\n// TO" + "DO: later\nclass Later {}\n");

        found(new Reminders()).containsExactly("reminder Later.java:2");
    }

    @Test
    void documentsThatNameWhatIsNotThere() throws IOException {
        write("docs/guide.md", """
                The module `sides` has `Till` in `com/hotpotspot`; `GET /api/v1/nodes/VAKE`, `hotpotspot.till.slow-down`.
                The module `tops` is gone.
                So is [a page](page.md#about), the class `TillDrawer`,
                the file `docs/old/page.md`,
                the door `POST /api/v1/nodes/VAKE`
                and the setting `hotpotspot.till.slow`.
                """);

        found(new Documents())
                .containsExactlyInAnyOrder(
                        "outdated guide.md:2",
                        "outdated guide.md:3",
                        "outdated guide.md:3",
                        "outdated guide.md:4",
                        "outdated guide.md:5",
                        "outdated guide.md:6");
    }

    @Test
    void quotationsOfWhatNoProgramSays() throws IOException {
        write(MAIN + "Said.java", """
                package com.hotpotspot;
                class Said {
                    String port(int port) {
                        return String.format(Locale.ROOT, "Port %d is " + "not free", port);
                    }
                    String data(Path data) {
                        return data + " holds something else; " + CHOOSE;
                    }
                }
                """);
        write("hotpotspot", "echo 'The jar is missing: run ./mvnw package'");
        write("docs/guide.md", """
                It says *Port … is not free*, *… holds something else*, or *The jar is missing: …*
                It does not say *Port … is taken*,
                *holds something else; choose another*
                or *Port N is shut*. What is **stressed like this** is no quotation, nor is *one* word.
                """);

        found(new Quotations())
                .containsExactlyInAnyOrder("outdated guide.md:2", "outdated guide.md:3", "outdated guide.md:4");
    }

    @Test
    void decisionsAndChangesMayNameWhatWas() throws IOException {
        write("docs/adr/0001-a-till-drawer.md", "Money lies in a `TillDrawer`.");
        write("CHANGELOG.md", "`hotpotspot.till.slow` is no more.");

        found(new Documents()).isEmpty();
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private ListAssert<String> found(Rule rule) {
        return assertThat(rule.findings(new Repository(root))
                .map(each -> each.rule() + " " + each.file().replaceAll(".*/", "") + ":" + each.line()));
    }
}
