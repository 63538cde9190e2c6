package com.hotpotspot.query.testing;

import com.hotpotspot.query.layout.Pages;
import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The pages that there are, found by asking the framework, not by listing them. */
public final class PagePaths {

    private PagePaths() {}

    /** As they are declared, with the names of their variables. */
    public static List<String> of(RunningQuerySide side) {
        return side
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(door ->
                        AnnotatedElementUtils.isAnnotated(door.getValue().getBeanType(), Pages.class))
                .filter(door -> door.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(door -> door.getKey().getPatternsCondition().getPatterns().stream())
                .map(PathPattern::getPatternString)
                .sorted()
                .toList();
    }

    /** One of the places that a path as it is declared stands for, where a test wrote what {@link WrittenLog} makes. */
    public static String filled(String path) {
        return path.replaceAll("\\{node(Id)?}", "VAKE")
                .replace("{position}", "0")
                .replace("{streamId}", "node:VAKE")
                .replace("{projection}", "wallets")
                .replace("{*commandDoor}", "nodes")
                .replace("{saleNumber}", "1")
                .replace("{accountId}", WrittenLog.SOMEBODY.value())
                .replace("{version}", "1")
                .replace("{walletId}", WrittenLog.FOUNDER.wallet().value());
    }
}
