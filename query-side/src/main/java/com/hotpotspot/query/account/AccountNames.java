package com.hotpotspot.query.account;

import com.hotpotspot.query.projection.BeingFilledException;
import com.hotpotspot.query.projection.Snapshots;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people sign in with, for pages that say who did something. */
@Component
public final class AccountNames {

    private static final Logger LOG = LoggerFactory.getLogger(AccountNames.class);

    private final JdbcClient jdbc;
    private final Snapshots snapshots;

    AccountNames(JdbcClient jdbc, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    /** The names of those among some accounts that have one, by account; none while accounts are being filled. */
    public Map<String, String> among(Stream<@Nullable String> accounts) {
        String[] asked = accounts.filter(Objects::nonNull).distinct().toArray(String[]::new);
        if (asked.length == 0) {
            return Map.of();
        }
        try {
            return snapshots.read(AccountsProjection.NAME, position -> names(asked));
        } catch (BeingFilledException e) {
            LOG.debug("A page names accounts by their ids", e);
            return Map.of();
        }
    }

    private Map<String, String> names(String[] accounts) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select account, name from account where account = any (?) and name is not null")
                .param(accounts)
                .query(row -> {
                    names.put(row.getString("account"), row.getString("name"));
                });
        return names;
    }
}
