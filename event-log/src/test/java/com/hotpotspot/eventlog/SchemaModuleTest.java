package com.hotpotspot.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.eventlog.testing.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A build brings the database up to its own time, and leaves one of a later time alone. */
class SchemaModuleTest {

    private static final String COUNT = "select count(*)::text from log.migration_history";

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final DataSource owner = database.as("hps_owner");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aSchemaThatIsUpToDateStaysAsItIs() {
        String before = history();

        SchemaModule.LOG.migrate(owner);

        assertThat(history()).isEqualTo(before);
    }

    @Test
    void anOlderBuildRefusesADatabaseThatANewerOneHasChanged() {
        migratedByANewerBuildTo("999");
        String before = history();

        assertThatThrownBy(() -> SchemaModule.LOG.migrate(owner))
                .isInstanceOf(NewerSchemaException.class)
                .hasMessageContainingAll("older than the database", "schema log", "version 999", "version 7 at most")
                .hasMessageNotContaining("\n");

        assertThat(history()).isEqualTo(before);
    }

    @Test
    void soItDoesWhereTheNewerOneFailedHalfway() {
        migratedByANewerBuildTo("8");
        database.execute("update log.migration_history set success = false where version = '8'");

        assertThatThrownBy(() -> SchemaModule.LOG.migrate(owner)).isInstanceOf(NewerSchemaException.class);
    }

    private void migratedByANewerBuildTo(String version) {
        database.execute("""
                insert into log.migration_history
                select installed_rank + 1, '%s', 'of later', 'SQL', 'V%s__of_later.sql', 1, 'hps_owner', now(), 1, true
                from log.migration_history order by installed_rank desc limit 1""".formatted(version, version));
    }

    private String history() {
        return new String(database.bytes(COUNT), UTF_8);
    }
}
