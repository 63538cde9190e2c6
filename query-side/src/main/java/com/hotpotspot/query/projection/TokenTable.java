package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.SchemaModule;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;

/** Where Axon keeps how far each projection has come. */
public final class TokenTable {

    public static final SchemaModule SCHEMA = new SchemaModule("q_tokens_v1", "classpath:db/q_tokens_v1");

    public static final TokenSchema AXON_SCHEMA = TokenSchema.builder()
            .setTokenTable("q_tokens_v1.token")
            .setProcessorNameColumn("processor")
            .setSegmentColumn("segment")
            .setTokenColumn("token")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("claimed_at")
            .setOwnerColumn("owner")
            .build();

    private TokenTable() {}
}
