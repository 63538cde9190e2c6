package com.hotpotspot.query.language;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.SecondFactorReason;
import com.hotpotspot.events.json.EventType;
import com.hotpotspot.events.json.EventTypes;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.policy.EmissionKind;
import com.hotpotspot.events.sale.MeansOfPayment;
import com.hotpotspot.events.sale.RefundReason;
import com.hotpotspot.events.sale.SaleEvent;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.VoidReason;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.query.account.CredentialState;
import com.hotpotspot.query.policy.PolicyState;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What pages say by a code: what the keys of its words begin with, and all codes that there are. */
final class CodesWithWords {

    private CodesWithWords() {}

    static Stream<Arguments> all() throws ClassNotFoundException {
        return Stream.of(ofPages(), ofTrade(), ofSales(), ofProblems()).flatMap(each -> each);
    }

    private static Stream<Arguments> ofPages() throws ClassNotFoundException {
        return Stream.of(
                arguments("wallet.kind.", names(WalletKind.values())),
                arguments("account.kind.", names(AccountKind.values())),
                arguments("account.kinds.", names(AccountKind.values())),
                arguments("account.role.", names(Role.values())),
                arguments("account.credential.", names(CredentialState.values())),
                arguments("account.credential.kind.", names(CredentialKind.values())),
                arguments("account.second-factor.reason.", names(SecondFactorReason.values())),
                arguments("policy.emission.", names(EmissionKind.values())),
                arguments("policy.state.", names(PolicyState.values())),
                arguments("policy.emission.of.", names(EmissionKind.values())),
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
                arguments("projection.state.", names(VersionState.values())));
    }

    private static Stream<Arguments> ofTrade() {
        return Stream.of(
                arguments("trade.period.wrong.", List.of("no-day", "out-of-era", "reversed", "too-long", "unknown")),
                arguments("trade.revenue-by.", names(Step.values())),
                arguments("reversal.kind.", names(ReversalKind.values())),
                arguments("reversal.kinds.", names(ReversalKind.values())),
                arguments("reversal.orders.", names(ReversalOrder.values())),
                arguments("reversal.reason.", names(VoidReason.values())),
                arguments("reversal.reason.", names(RefundReason.values())),
                arguments(
                        "reversal.wrong.",
                        List.of("no-day", "out-of-era", "reversed", "too-long", "no-kind", "no-order", "no-cursor")));
    }

    private static Stream<Arguments> ofSales() {
        return Stream.of(
                arguments("saledesk.event.", eventsOf(SaleEvent.class)),
                arguments("saledesk.state.", List.of("RECORDED", "VOIDED", "REFUNDED")),
                arguments("saledesk.as.", List.of("VOIDED", "REFUNDED")),
                arguments("saledesk.wrong.", List.of("no-day", "out-of-era", "reversed")),
                arguments("saledesk.wrong.", List.of("number", "amount", "least", "most")),
                arguments("saledesk.reason.", names(VoidReason.values())),
                arguments("saledesk.reason.", names(RefundReason.values())),
                arguments("saledesk.paid.", names(MeansOfPayment.values())),
                arguments("saledesk.recorded.", names(SaleOrigin.values())),
                arguments("saledesk.check.", List.of("ISSUED", "LOCKED", "CLAIMED", "EXPIRED", "VOIDED")));
    }

    private static Stream<Arguments> ofProblems() {
        return Stream.of(
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
                                "knownAs",
                                "no-day",
                                "out-of-era",
                                "reversed",
                                "too-long",
                                "no-kind",
                                "no-order",
                                "no-cursor")),
                arguments("problem.way.", named("leadingTo")));
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
}
