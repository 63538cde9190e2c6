package com.hotpotspot.query.projection;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers a question from one snapshot of the database, so that all its figures belong to the same moment. */
@Component
public final class Snapshots {

    private final TransactionTemplate transaction;

    Snapshots(PlatformTransactionManager transactionManager) {
        transaction = new TransactionTemplate(transactionManager);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.setReadOnly(true);
    }

    /** Whatever {@code question} reads on this thread, it reads from the same snapshot; nested calls share it. */
    public <T extends @Nullable Object> T read(Supplier<T> question) {
        return transaction.execute(status -> question.get());
    }
}
