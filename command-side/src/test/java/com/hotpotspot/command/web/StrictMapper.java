package com.hotpotspot.command.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.json.JsonMapper;

/** The mapper that reads what strangers send, without the rest of the command side. */
public final class StrictMapper {

    private StrictMapper() {}

    public static JsonMapper get() {
        List<JsonMapper> mapper = new ArrayList<>();
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
                .withUserConfiguration(StrictJson.class)
                .run(context -> mapper.add(context.getBean(JsonMapper.class)));
        return mapper.getFirst();
    }
}
