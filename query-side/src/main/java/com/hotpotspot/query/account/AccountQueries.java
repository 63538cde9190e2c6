package com.hotpotspot.query.account;

import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.query.projection.Columns;
import com.hotpotspot.query.projection.Snapshots;
import com.hotpotspot.query.web.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers about accounts. Which of their roles are in force, it says by the clock. */
@Component
final class AccountQueries {

    private final JdbcClient jdbc;
    private final Snapshots snapshots;
    private final Clock clock;

    AccountQueries(JdbcClient jdbc, Snapshots snapshots, Clock clock) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * Some of them, by id.
     *
     * @param kind of which kind; null for all
     * @param after only those whose id comes after this
     * @param limit how many at most
     */
    Accounts accounts(@Nullable AccountKind kind, String after, int limit) {
        return snapshots.read(AccountsProjection.NAME, position -> {
            JdbcClient.StatementSpec asked = jdbc.sql(
                            """
                            select a.account, a.kind, a.name, a.created_at, a.closed_at,
                                   array(select r.role from granted_role r
                                         where r.account = a.account and (r.until is null or r.until > :now)
                                           and a.closed is null
                                         order by r.role) as roles,
                                   (select count(*) from credential c
                                    where c.account = a.account and c.state = 'ISSUED'
                                      and c.kind <> 'ONE_TIME'
                                      and a.closed is null) as credentials
                            from account a
                            where a.account > :after
                            """ + (kind == null ? "" : "and a.kind = :kind ") + "order by a.account limit :limit")
                    .param("now", clock.millis())
                    .param("after", after)
                    .param("limit", limit);
            return Accounts.of(
                    (kind == null ? asked : asked.param("kind", kind.name()))
                            .query((row, number) -> summary(row))
                            .list(),
                    limit,
                    position);
        });
    }

    private static AccountSummary summary(ResultSet row) throws SQLException {
        String[] roles = (String[]) row.getArray("roles").getArray();
        return new AccountSummary(
                new AccountId(row.getString("account")),
                AccountKind.valueOf(row.getString("kind")),
                AccountRows.name(row),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Columns.time(row, "closed_at"),
                Stream.of(roles).map(Role::valueOf).sorted().toList(),
                row.getLong("credentials"));
    }

    /** @throws Problem if there is no such account, or if no account could have such an id */
    AccountReport known(String accountId) {
        return Optional.of(accountId)
                .filter(text -> text.matches(AccountId.FORM))
                .flatMap(this::account)
                .orElseThrow(() -> Problem.of(UnknownCode.ACCOUNT_UNKNOWN, UnknownCode.ACCOUNT_UNKNOWN.meaning()));
    }

    private Optional<AccountReport> account(String accountId) {
        return snapshots.read(AccountsProjection.NAME, position -> {
            Instant now = clock.instant();
            List<AccountReport.HeldRole> roles = roles(accountId, now);
            List<AccountReport.NamedCredential> credentials = credentials(accountId, now);
            return jdbc.sql("select * from account where account = ?")
                    .param(accountId)
                    .query((row, number) -> new AccountReport(
                            new AccountId(row.getString("account")),
                            AccountKind.valueOf(row.getString("kind")),
                            AccountRows.name(row),
                            row.getLong("created"),
                            Instant.ofEpochMilli(row.getLong("created_at")),
                            row.getObject("closed", Long.class),
                            Columns.time(row, "closed_at"),
                            roles,
                            credentials,
                            AccountRows.secondFactor(row, now),
                            position))
                    .optional();
        });
    }

    private List<AccountReport.HeldRole> roles(String account, Instant now) {
        return jdbc.sql("select * from granted_role where account = ? order by role")
                .param(account)
                .query((row, number) -> AccountRows.role(row, now))
                .list();
    }

    private List<AccountReport.NamedCredential> credentials(String account, Instant now) {
        return jdbc.sql("select * from credential where account = ? order by since desc limit ?")
                .param(account)
                .param(AccountReport.MOST_CREDENTIALS)
                .query((row, number) -> AccountRows.credential(row, now))
                .list();
    }
}
