package com.hotpotspot.query.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.json.EventType;
import com.hotpotspot.events.json.EventTypes;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.sale.MeansOfPayment;
import com.hotpotspot.events.sale.RefundReason;
import com.hotpotspot.events.sale.SaleEvent;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.VoidReason;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.query.account.CredentialState;
import com.hotpotspot.query.projection.VersionState;
import com.hotpotspot.query.trade.ReversalKind;
import com.hotpotspot.query.trade.ReversalOrder;
import com.hotpotspot.query.trade.Step;
import com.hotpotspot.query.web.ProjectionCode;
import com.hotpotspot.query.witness.NotChosenReason;
import com.hotpotspot.query.witness.WitnessState;
import com.hotpotspot.verifier.check.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.dom.DOMMarkupParser;
import org.attoparser.dom.Element;
import org.attoparser.dom.INestableNode;
import org.attoparser.dom.INode;
import org.attoparser.dom.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;

/** What templates and classes say on pages they take from the bundles, and say all that is there. */
class TemplatesTest {

    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9._-]+)");

    private static final Pattern BEGINNING_OF_KEYS = Pattern.compile("'([a-z][a-z.-]*\\.)' *\\+");

    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");

    private static final Pattern TEXT_OF_JAVA = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What browsers show or say of an element. */
    private static final Set<String> SAID = Set.of("title", "aria-label", "placeholder", "alt");

    /** Words that are the same for everybody: what is typed, and the units of a machine. */
    private static final Set<String> SAME_FOR_ALL = Set.of("code");

    @Test
    void everyTextThatAPageAsksForIsThereAndNoOther() {
        Set<String> asked = new TreeSet<>();
        Set<String> beginnings = new TreeSet<>();
        for (Resource source : templates()) {
            String template = Bundles.read(source);
            KEY.matcher(template).results().map(found -> found.group(1)).forEach(asked::add);
            BEGINNING_OF_KEYS
                    .matcher(template)
                    .results()
                    .map(found -> found.group(1))
                    .forEach(beginnings::add);
        }
        Set<String> there = Bundles.texts(Language.ENGLISH).keySet();

        assertThat(there).containsAll(asked);
        assertThat(beginnings).allMatch(beginning -> there.stream().anyMatch(key -> key.startsWith(beginning)));
        assertThat(there.stream()
                        .filter(key -> !asked.contains(key))
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    /** What is said by a code. */
    private static Stream<Arguments> codes() throws ClassNotFoundException {
        return Stream.of(
                arguments("wallet.kind.", names(WalletKind.values())),
                arguments("account.kind.", names(AccountKind.values())),
                arguments("account.kinds.", names(AccountKind.values())),
                arguments("account.role.", names(Role.values())),
                arguments("account.credential.", names(CredentialState.values())),
                arguments("administration.purpose.", names(NetworkPurpose.values())),
                arguments("network.type.", names(NodeType.values())),
                arguments("network.point.", names(NodeType.values())),
                arguments("witness.state.", names(WitnessState.values())),
                arguments("witness.reason.", names(NotChosenReason.values())),
                arguments("audit.outcome.", names(Verdict.Outcome.values())),
                arguments(
                        "audit.sealing.",
                        Stream.of(Class.forName("com.hotpotspot.query.audit.SealingState")
                                        .getPermittedSubclasses())
                                .map(state -> state.getSimpleName().toLowerCase(Locale.ROOT))
                                .toList()),
                arguments("trade.period.wrong.", List.of("no-day", "out-of-era", "reversed", "too-long", "unknown")),
                arguments("trade.revenue-by.", names(Step.values())),
                arguments("reversal.kind.", names(ReversalKind.values())),
                arguments("reversal.kinds.", names(ReversalKind.values())),
                arguments("reversal.orders.", names(ReversalOrder.values())),
                arguments("reversal.reason.", names(VoidReason.values())),
                arguments("reversal.reason.", names(RefundReason.values())),
                arguments(
                        "reversal.wrong.",
                        List.of("no-day", "out-of-era", "reversed", "too-long", "no-kind", "no-order", "no-cursor")),
                arguments("projection.state.", names(VersionState.values())),
                arguments("saledesk.event.", eventsOf(SaleEvent.class)),
                arguments("saledesk.state.", List.of("RECORDED", "VOIDED", "REFUNDED")),
                arguments("saledesk.as.", List.of("VOIDED", "REFUNDED")),
                arguments("saledesk.wrong.", List.of("no-day", "out-of-era", "reversed")),
                arguments("saledesk.wrong.", List.of("number", "amount", "least", "most")),
                arguments("saledesk.reason.", names(VoidReason.values())),
                arguments("saledesk.reason.", names(RefundReason.values())),
                arguments("saledesk.paid.", names(MeansOfPayment.values())),
                arguments("saledesk.recorded.", names(SaleOrigin.values())),
                arguments("saledesk.check.", List.of("ISSUED", "LOCKED", "CLAIMED", "EXPIRED", "VOIDED")),
                arguments(
                        "problem.",
                        Stream.of(ProjectionCode.values())
                                .map(ProjectionCode::code)
                                .toList()),
                arguments(
                        "problem.",
                        Stream.of(UnknownCode.values()).map(UnknownCode::code).toList()),
                arguments(
                        "problem.",
                        named(
                                "knownAs", "no-day", "out-of-era", "reversed", "too-long", "no-kind", "no-order", "no-cursor")),
                arguments("problem.way.", named("leadingTo")));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasItsWords(String beginning, List<String> codes) {
        assertThat(codes).isNotEmpty();
        assertThat(Bundles.texts(Language.ENGLISH).keySet())
                .containsAll(codes.stream().map(beginning::concat).toList());
    }

    private static List<String> eventsOf(Class<? extends Event> kind) {
        return EventTypes.all().stream()
                .filter(type -> kind.isAssignableFrom(type.payload()))
                .map(EventType::name)
                .toList();
    }

    private static List<String> names(Enum<?>... constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    /** What our classes hand to a method of {@code Problem}, but for some that have their words elsewhere. */
    private static List<String> named(String method, String... elsewhere) {
        Pattern call = Pattern.compile("\\." + method + "\\(\\s*\"([a-z-]+)\"");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            return sources.filter(Files::isRegularFile)
                    .flatMap(path -> call.matcher(Bundles.read(path)).results())
                    .map(found -> found.group(1))
                    .filter(name -> !List.of(elsewhere).contains(name))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateHasNoTextOfItsOwn(Resource template) throws Exception {
        List<String> found = new ArrayList<>();
        look(
                new DOMMarkupParser(ParseConfiguration.htmlConfiguration())
                        .parse(template.getContentAsString(StandardCharsets.UTF_8)),
                found);

        assertThat(found).isEmpty();
    }

    /** Classes that make pages have no sentence to hand to one: what they say in words is what goes wrong with them. */
    @Test
    void aPageGetsNoSentenceFromJava() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(path -> path.toString().matches(".*(Page|View|Frame|Endpoint)\\.java"))
                            .filter(path -> Bundles.read(path).contains("Attribute("))
                            .flatMap(path -> TEXT_OF_JAVA
                                    .matcher(Bundles.read(path))
                                    .results()
                                    .map(MatchResult::group)
                                    .filter(text -> text.matches(".*\\p{L} +\\p{L}.*"))
                                    .filter(text -> !text.startsWith("\"A page does not say"))
                                    .map(text -> path.getFileName() + ": " + text)))
                    .isEmpty();
        }
    }

    private static void look(INestableNode parent, List<String> found) {
        for (INode node : parent.getChildren()) {
            if (node instanceof Text text && hasLetters(text.getContent())) {
                found.add(text.getContent().strip());
            }
            if (node instanceof Element element && !SAME_FOR_ALL.contains(element.getElementName())) {
                element.getAttributeMap().forEach((name, value) -> look(name, value, found));
                look(element, found);
            }
        }
    }

    private static void look(String name, String value, List<String> found) {
        if (SAID.contains(name) && hasLetters(value)) {
            found.add(name + "=" + value);
        }
        boolean shown = name.equals("th:text") || name.equals("th:utext");
        if (shown || SAID.contains(name.replaceFirst("^th:", ""))) {
            LITERAL.matcher(value)
                    .results()
                    .map(literal -> literal.group(1))
                    .filter(TemplatesTest::hasLetters)
                    .filter(literal -> !isPartOfAKeyOrAName(literal))
                    .forEach(literal -> found.add(name + "=" + value));
        }
    }

    /** Such as {@code audit.age.}, of which the rest is a code, or of a file. */
    private static boolean isPartOfAKeyOrAName(String literal) {
        return literal.matches("[a-z-]+\\.[a-z.-]*|event-|\\.tlog-proof");
    }

    private static boolean hasLetters(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    private static List<Resource> templates() {
        return Bundles.resources("templates/*.html");
    }
}
