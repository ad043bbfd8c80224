package news.piton.core.mail;

import static news.piton.core.database.generated.Tables.CORE_MAIL_CAPTURED;
import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.Optional;
import news.piton.core.database.Database;

/** The development outbox's rows; their ids are in the order of time. */
final class CapturedMailStore {
    private static final int LONGEST_SUBJECT = 998;

    private final Database database;

    CapturedMailStore(Database database) {
        this.database = database;
    }

    void add(CapturedMail mail, byte[] raw) {
        String subject = mail.subject();
        database.sql()
                .insertInto(CORE_MAIL_CAPTURED)
                .set(CORE_MAIL_CAPTURED.ID, mail.id())
                .set(CORE_MAIL_CAPTURED.AT, mail.at())
                .set(CORE_MAIL_CAPTURED.RECIPIENT, mail.recipient())
                .set(
                        CORE_MAIL_CAPTURED.SUBJECT,
                        subject.codePointCount(0, subject.length()) <= LONGEST_SUBJECT
                                ? subject
                                : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT)))
                .set(CORE_MAIL_CAPTURED.RAW, raw)
                .execute();
        var ids = select(CORE_MAIL_CAPTURED.ID)
                .from(CORE_MAIL_CAPTURED)
                .orderBy(CORE_MAIL_CAPTURED.ID.desc())
                .limit(1)
                .offset(CapturedMails.MOST)
                .asTable("beyond");
        database.sql()
                .deleteFrom(CORE_MAIL_CAPTURED)
                .where(CORE_MAIL_CAPTURED.ID.le(
                        select(ids.field(CORE_MAIL_CAPTURED.ID)).from(ids)))
                .execute();
    }

    List<CapturedMail> newest(int most) {
        return database.sql()
                .select(
                        CORE_MAIL_CAPTURED.ID,
                        CORE_MAIL_CAPTURED.AT,
                        CORE_MAIL_CAPTURED.RECIPIENT,
                        CORE_MAIL_CAPTURED.SUBJECT)
                .from(CORE_MAIL_CAPTURED)
                .orderBy(CORE_MAIL_CAPTURED.ID.desc())
                .limit(most)
                .fetch(row -> new CapturedMail(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** Oldest first. */
    List<byte[]> raw() {
        return database.sql()
                .select(CORE_MAIL_CAPTURED.RAW)
                .from(CORE_MAIL_CAPTURED)
                .orderBy(CORE_MAIL_CAPTURED.ID)
                .fetch(CORE_MAIL_CAPTURED.RAW);
    }

    Optional<byte[]> raw(long id) {
        return database.sql()
                .select(CORE_MAIL_CAPTURED.RAW)
                .from(CORE_MAIL_CAPTURED)
                .where(CORE_MAIL_CAPTURED.ID.eq(id))
                .fetchOptional(CORE_MAIL_CAPTURED.RAW);
    }
}
