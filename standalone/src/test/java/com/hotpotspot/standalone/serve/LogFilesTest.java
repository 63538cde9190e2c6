package com.hotpotspot.standalone.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static LoggerContext loggingTo(Path log) {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.getLogger("ROOT").addAppender(LogFiles.fileAppender(context, log));
        return context;
    }
}
