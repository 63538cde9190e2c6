package com.hotpotspot.standalone.serve;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

class LogFilesTest {

    @TempDir
    Path parent;

    @ParameterizedTest
    @ValueSource(strings = {"x(", "100%", "%i", "a{b", "a+b", "it's", " ", "[x]", "-v", "a:-b", "#{x}"})
    void aDirectoryMayHaveAnyName(String name) throws Exception {
        Path log = Files.createDirectory(parent.resolve(name)).resolve("hotpotspot.log");
        LoggerContext context = loggingTo(log);

        context.getLogger("test").info("said");
        context.stop();

        assertThat(log).content().endsWith("test: said\n");
    }

    @Test
    void whatHasGrownLargeIsPutAsideAndTheOldestForgotten() throws Exception {
        Path log = Files.createDirectory(parent.resolve("a+b (copy)")).resolve("hotpotspot.log");
        LoggerContext context = loggingTo(log);
        KeptLogs kept = new KeptLogs();
        kept.setParent(
                (ch.qos.logback.core.FileAppender<?>) context.getLogger("ROOT").getAppender("FILE"));
        for (int i = 0; i < 12; i++) {
            Files.writeString(log, "log " + i);
            kept.rollover();
        }
        context.stop();

        try (var files = Files.list(log.getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(10)
                    .contains("hotpotspot.log.1", "hotpotspot.log.10");
        }
        assertThat(Path.of(log + ".1")).hasContent("log 11");
        assertThat(Path.of(log + ".10")).hasContent("log 2");
    }

    @Test
    void noLineOfTheLogIsMadeBySomebodyElseAndNothingActsOnATerminal() throws Exception {
        Path log = Files.createDirectory(parent.resolve("forged")).resolve("hotpotspot.log");
        LoggerContext context = loggingTo(log);

        sayWhatSomebodySent(context);

        assertThat(Files.readString(log)).satisfies(LogFilesTest::isAllOurs);
    }

    @Test
    void norIsAnyOnTheConsoleOfASideByItself() throws Exception {
        YamlPropertiesFactoryBean limits = new YamlPropertiesFactoryBean();
        limits.setResources(new ClassPathResource("limits.yaml"));
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(requireNonNull(limits.getObject()).getProperty("logging.pattern.console"));
        encoder.start();
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(console);
        appender.start();
        context.getLogger("ROOT").addAppender(appender);

        sayWhatSomebodySent(context);

        assertThat(console.toString(StandardCharsets.UTF_8)).satisfies(LogFilesTest::isAllOurs);
    }

    private static void sayWhatSomebodySent(LoggerContext context) {
        context.getLogger("test")
                .warn(
                        "got {}",
                        "\u001b[31mred\u009b0m\rback\u202egnol\u0000\u2028 x\n2026-01-01T00:00:00.000Z INFO  forged\tof them",
                        new IllegalStateException("bad\u001b[2J\n2026-01-01T00:00:00.000Z INFO  forged"));
        context.stop();
    }

    private static void isAllOurs(String written) {
        assertThat(written)
                .contains("got ?[31mred?0m?back?gnol?? x\n  2026-01-01T00:00:00.000Z INFO  forged\tof them\n")
                .contains("bad?[2J\n  2026-01-01T00:00:00.000Z INFO  forged\n  \tat ")
                .matches("(?s)[\\n\\t\\P{Cc}]*");
        assertThat(written.lines().skip(1)).allMatch(line -> line.startsWith("  "));
    }

    @Test
    void theFileIsPutAsideAsSoonAsItIsLarge() throws Exception {
        Path log = Files.createDirectory(parent.resolve("flooded")).resolve("hotpotspot.log");
        LoggerContext context = loggingTo(log);
        String tooLong = "x".repeat(100_000);

        for (int i = 0; i < 500; i++) {
            context.getLogger("test").warn(tooLong);
        }
        context.stop();

        try (var files = Files.list(log.getParent())) {
            assertThat(files.toList())
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(21L * 1024 * 1024));
        }
    }

    @Test
    void whoIsQuietOnASideIsSoHere() {
        LoggerContext context = new LoggerContext();

        LogFiles.quieten(context);

        assertThat(context.getLogger("reactor.netty.http.server.HttpServerOperations")
                        .isErrorEnabled())
                .isFalse();
        assertThat(context.getLogger("org.apache.coyote.http11.Http11Processor").isInfoEnabled())
                .isFalse();
        assertThat(context.getLogger("org.axonframework.Any").isWarnEnabled()).isTrue();
    }

    private static LoggerContext loggingTo(Path log) {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.getLogger("ROOT").addAppender(LogFiles.fileAppender(context, log));
        return context;
    }
}
