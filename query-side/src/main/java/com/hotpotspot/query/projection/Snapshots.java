package com.hotpotspot.query.projection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongFunction;
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
    private final Versions versions;

    /** Whose tables this thread reads, questions within questions. */
    private final ThreadLocal<Deque<ProjectionName>> asked = ThreadLocal.withInitial(ArrayDeque::new);

    Snapshots(PlatformTransactionManager transactionManager, Versions versions) {
        this.versions = versions;
        transaction = new TransactionTemplate(transactionManager);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.setReadOnly(true);
    }

    /** Whatever {@code question} reads on this thread, it reads from the same snapshot; nested calls share it. */
    public <T extends @Nullable Object> T read(Supplier<T> question) {
        return transaction.execute(status -> question.get());
    }

    /**
     * The same, from the tables of a projection, which {@code question} names without their schema.
     *
     * @param question is told the position up to which those tables speak
     * @throws BeingFilledException if the projection cannot answer yet
     */
    public <T extends @Nullable Object> T read(ProjectionName projection, LongFunction<T> question) {
        return read(() -> {
            Deque<ProjectionName> around = asked.get();
            long position = versions.bindLive(projection);
            around.push(projection);
            T answer;
            try {
                answer = question.apply(position);
            } finally {
                around.pop();
            }
            ProjectionName outer = around.peek();
            if (outer != null && !outer.equals(projection)) {
                versions.bindLive(outer);
            }
            return answer;
        });
    }
}
