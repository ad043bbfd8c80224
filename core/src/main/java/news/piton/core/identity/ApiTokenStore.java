package news.piton.core.identity;

import static news.piton.core.database.generated.Tables.CORE_API_TOKEN;
import static news.piton.core.database.generated.Tables.CORE_STAFF;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.piton.core.database.Database;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The API tokens, revoked and expired ones too. */
final class ApiTokenStore {
    private final Database database;
    private final Roles known;

    ApiTokenStore(Database database, Roles known) {
        this.database = database;
        this.known = known;
    }

    /** A token with the account behind it. */
    record Live(ApiToken token, String staffName, @Nullable String roles) {}

    void add(ApiToken token, Secret secret) {
        database.sql()
                .insertInto(CORE_API_TOKEN)
                .set(CORE_API_TOKEN.ID, token.id())
                .set(CORE_API_TOKEN.DIGEST, secret.digest())
                .set(CORE_API_TOKEN.STAFF_ID, token.staffId())
                .set(CORE_API_TOKEN.NAME, token.name())
                .set(CORE_API_TOKEN.PERMISSIONS, String.join(",", token.permissions()))
                .set(CORE_API_TOKEN.CREATED_AT, token.createdAt())
                .set(CORE_API_TOKEN.EXPIRES_AT, token.expiresAt())
                .execute();
    }

    /** A token of an active account that is neither expired nor revoked. */
    Optional<Live> find(Secret secret, Instant now) {
        return database.sql()
                .select(CORE_API_TOKEN.asterisk(), CORE_STAFF.NAME, StaffStore.ROLES)
                .from(CORE_API_TOKEN)
                .join(CORE_STAFF)
                .on(CORE_STAFF.ID.eq(CORE_API_TOKEN.STAFF_ID))
                .where(
                        CORE_API_TOKEN.DIGEST.eq(secret.digest()),
                        CORE_API_TOKEN.EXPIRES_AT.gt(now),
                        CORE_API_TOKEN.REVOKED_AT.isNull(),
                        CORE_STAFF.ACTIVE.isTrue())
                .fetchOptional(row -> new Live(token(row), row.get(CORE_STAFF.NAME), row.get(StaffStore.ROLES)));
    }

    void touch(long id, Instant now) {
        database.sql()
                .update(CORE_API_TOKEN)
                .set(CORE_API_TOKEN.USED_AT, now)
                .where(CORE_API_TOKEN.ID.eq(id))
                .execute();
    }

    /** Revoking again changes nothing. */
    void revoke(long id, Instant now) {
        database.sql()
                .update(CORE_API_TOKEN)
                .set(CORE_API_TOKEN.REVOKED_AT, now)
                .where(CORE_API_TOKEN.ID.eq(id), CORE_API_TOKEN.REVOKED_AT.isNull())
                .execute();
    }

    void revokeAll(long staffId, Instant now) {
        database.sql()
                .update(CORE_API_TOKEN)
                .set(CORE_API_TOKEN.REVOKED_AT, now)
                .where(CORE_API_TOKEN.STAFF_ID.eq(staffId), CORE_API_TOKEN.REVOKED_AT.isNull())
                .execute();
    }

    Map<Long, ApiToken> byIds(Set<Long> ids) {
        return database.sql()
                .selectFrom(CORE_API_TOKEN)
                .where(CORE_API_TOKEN.ID.in(ids))
                .fetchMap(CORE_API_TOKEN.ID, this::token);
    }

    /** Oldest first; every account asked for is in the answer. */
    Map<Long, List<ApiToken>> byStaff(Set<Long> staffIds) {
        Map<Long, List<ApiToken>> tokens = new HashMap<>();
        staffIds.forEach(id -> tokens.put(id, List.of()));
        tokens.putAll(database.sql()
                .selectFrom(CORE_API_TOKEN)
                .where(CORE_API_TOKEN.STAFF_ID.in(staffIds))
                .orderBy(CORE_API_TOKEN.ID)
                .fetchGroups(CORE_API_TOKEN.STAFF_ID, this::token));
        return tokens;
    }

    private ApiToken token(Record row) {
        return new ApiToken(
                row.get(CORE_API_TOKEN.ID),
                row.get(CORE_API_TOKEN.STAFF_ID),
                row.get(CORE_API_TOKEN.NAME),
                Stream.of(row.get(CORE_API_TOKEN.PERMISSIONS).split(","))
                        .filter(known.permissions()::contains)
                        .toList(),
                row.get(CORE_API_TOKEN.CREATED_AT),
                row.get(CORE_API_TOKEN.EXPIRES_AT),
                row.get(CORE_API_TOKEN.USED_AT),
                row.get(CORE_API_TOKEN.REVOKED_AT));
    }
}
