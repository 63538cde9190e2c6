package com.hotpotspot.command.web;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.limits.ByteBudget;
import com.hotpotspot.limits.Limits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What a body may be, and how much of all of them may be in memory. */
@Configuration(proxyBeanMethods = false)
public class Bodies {

    /** Of a batch: a document a line. */
    public static final String NDJSON = "application/x-ndjson";

    /** How many bytes a single document may have, a sale above all. */
    public static final long DOCUMENT = 256 * 1024;

    /** How many bytes a form may have, which is a stranger's until it was read. */
    static final long FORM = 32 * 1024;

    /** How many lines a batch may have. */
    public static final int BATCH_LINES = 5_000;

    /** How many bytes a whole batch may have: its lines, each with what ends it. */
    public static final long BATCH = BATCH_LINES * (DOCUMENT + 2);

    private static final MediaType LINES = MediaType.parseMediaType(NDJSON);

    @Bean
    ByteBudget<AccountId> bytesUnderWay(Limits limits) {
        return limits.bytes().thatFits(Runtime.getRuntime().maxMemory());
    }

    /** Whether a media type, however it is written, is that of a batch. */
    static boolean isBatch(String contentType) {
        try {
            return LINES.equalsTypeAndSubtype(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
