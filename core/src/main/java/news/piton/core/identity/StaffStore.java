package news.piton.core.identity;

import static news.piton.core.database.generated.Tables.CORE_STAFF;
import static news.piton.core.database.generated.Tables.CORE_STAFF_ROLE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.groupConcat;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.piton.core.database.Database;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The accounts and their roles. */
final class StaffStore {
    /** The account's roles in one value, so that an account is one row. */
    static final Field<String> ROLES = field(
                    select(groupConcat(CORE_STAFF_ROLE.ROLE).separator(","))
                            .from(CORE_STAFF_ROLE)
                            .where(CORE_STAFF_ROLE.STAFF_ID.eq(CORE_STAFF.ID)))
            .as("roles");

    private final Database database;
    private final Roles known;

    StaffStore(Database database, Roles known) {
        this.database = database;
        this.known = known;
    }

    /** An account with what its owner signs in with. */
    record Account(StaffMember member, String password) {}

    boolean empty() {
        return !database.sql().fetchExists(CORE_STAFF);
    }

    /** False when another account has this address. */
    boolean add(StaffMember member, String password) {
        try {
            database.sql()
                    .insertInto(CORE_STAFF)
                    .set(CORE_STAFF.ID, member.id())
                    .set(CORE_STAFF.NAME, member.name())
                    .set(CORE_STAFF.EMAIL, member.email())
                    .set(CORE_STAFF.PASSWORD, password)
                    .set(CORE_STAFF.ACTIVE, member.active())
                    .set(CORE_STAFF.VERSION, member.version())
                    .set(CORE_STAFF.CREATED_AT, member.createdAt())
                    .execute();
        } catch (IntegrityConstraintViolationException taken) {
            return false;
        }
        addRoles(member.id(), member.roles());
        return true;
    }

    /** Locks and reads an account, so that nobody changes it before the transaction ends. */
    Optional<Account> lock(long id) {
        return accounts(CORE_STAFF.ID.eq(id), true).findFirst();
    }

    /**
     * Whether somebody else could still manage staff. Takes its locks in one order, and is called before {@link #lock}, so
     * that two admins who close each other's accounts wait for one another.
     */
    boolean anotherAdmin(long id) {
        List<Long> admins = database.sql()
                .select(CORE_STAFF_ROLE.STAFF_ID)
                .from(CORE_STAFF_ROLE)
                .where(CORE_STAFF_ROLE.ROLE.eq(Role.ADMIN))
                .orderBy(CORE_STAFF_ROLE.STAFF_ID)
                .forUpdate()
                .fetch(CORE_STAFF_ROLE.STAFF_ID);
        return accounts(CORE_STAFF.ID.in(admins), true)
                .anyMatch(
                        account -> account.member().active() && account.member().id() != id);
    }

    /** False when another account has this address. The version must be the next one. */
    boolean change(StaffMember member) {
        try {
            database.sql()
                    .update(CORE_STAFF)
                    .set(CORE_STAFF.NAME, member.name())
                    .set(CORE_STAFF.EMAIL, member.email())
                    .set(CORE_STAFF.ACTIVE, member.active())
                    .set(CORE_STAFF.VERSION, member.version())
                    .where(CORE_STAFF.ID.eq(member.id()))
                    .execute();
        } catch (IntegrityConstraintViolationException taken) {
            return false;
        }
        // Roles of modules that are not installed at the moment stay.
        database.sql()
                .deleteFrom(CORE_STAFF_ROLE)
                .where(CORE_STAFF_ROLE.STAFF_ID.eq(member.id()), CORE_STAFF_ROLE.ROLE.in(known.names()))
                .execute();
        addRoles(member.id(), member.roles());
        return true;
    }

    void setPassword(long id, String password) {
        database.sql()
                .update(CORE_STAFF)
                .set(CORE_STAFF.PASSWORD, password)
                .where(CORE_STAFF.ID.eq(id))
                .execute();
    }

    Optional<Account> byEmail(String email) {
        return accounts(CORE_STAFF.EMAIL.eq(email), false).findFirst();
    }

    Optional<Account> account(long id) {
        return accounts(CORE_STAFF.ID.eq(id), false).findFirst();
    }

    Map<Long, StaffMember> byIds(Set<Long> ids) {
        Map<Long, StaffMember> members = new HashMap<>();
        accounts(CORE_STAFF.ID.in(ids), false)
                .forEach(account -> members.put(account.member().id(), account.member()));
        return members;
    }

    /** Oldest account first. */
    Connection<StaffMember> page(PageRequest request, @Nullable Boolean active) {
        Condition wanted = active == null ? noCondition() : CORE_STAFF.ACTIVE.eq(active);
        Cursor cursor = request.cursor();
        Condition beyond = noCondition();
        if (cursor != null) {
            long id = cursor.key(0, 1);
            beyond = request.backward() ? CORE_STAFF.ID.lt(id) : CORE_STAFF.ID.gt(id);
        }
        List<StaffMember> rows = database.sql()
                .select(CORE_STAFF.asterisk(), ROLES)
                .from(CORE_STAFF)
                .where(wanted, beyond)
                .orderBy(request.backward() ? CORE_STAFF.ID.desc() : CORE_STAFF.ID.asc())
                .limit(request.size() + 1)
                .fetch(row -> account(row).member());
        return Connection.of(
                rows,
                request,
                member -> Cursor.of(member.id()),
                () -> database.sql().fetchCount(CORE_STAFF, wanted));
    }

    /** The roles out of {@link #ROLES}, as far as they are of installed modules. */
    List<String> roles(@Nullable String joined) {
        return joined == null
                ? List.of()
                : Stream.of(joined.split(","))
                        .filter(known.names()::contains)
                        .sorted()
                        .toList();
    }

    private void addRoles(long id, Collection<String> roles) {
        for (String role : roles) {
            database.sql()
                    .insertInto(CORE_STAFF_ROLE)
                    .set(CORE_STAFF_ROLE.STAFF_ID, id)
                    .set(CORE_STAFF_ROLE.ROLE, role)
                    .execute();
        }
    }

    private Stream<Account> accounts(Condition which, boolean lock) {
        var query = database.sql()
                .select(CORE_STAFF.asterisk(), ROLES)
                .from(CORE_STAFF)
                .where(which);
        return (lock ? query.forUpdate() : query).fetch(this::account).stream();
    }

    private Account account(Record row) {
        StaffMember member = new StaffMember(
                row.get(CORE_STAFF.ID),
                row.get(CORE_STAFF.NAME),
                row.get(CORE_STAFF.EMAIL),
                roles(row.get(ROLES)),
                row.get(CORE_STAFF.ACTIVE),
                row.get(CORE_STAFF.VERSION),
                row.get(CORE_STAFF.CREATED_AT));
        return new Account(member, row.get(CORE_STAFF.PASSWORD));
    }
}
