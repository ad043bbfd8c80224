package news.piton.core.token;

import static news.piton.core.database.generated.Tables.CORE_SECRET;

import news.piton.core.database.Database;

/** Secrets that all nodes share. */
final class SecretStore {
    private final Database database;

    SecretStore(Database database) {
        this.database = database;
    }

    /** The secret of that name: the fresh one, unless one is there already. */
    String keep(String name, String fresh) {
        database.sql()
                .insertInto(CORE_SECRET)
                .set(CORE_SECRET.NAME, name)
                .set(CORE_SECRET.VALUE, fresh)
                .onDuplicateKeyIgnore()
                .execute();
        return database.sql()
                .select(CORE_SECRET.VALUE)
                .from(CORE_SECRET)
                .where(CORE_SECRET.NAME.eq(name))
                .fetchSingle(CORE_SECRET.VALUE);
    }
}
