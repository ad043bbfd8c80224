package news.piton.core.testing;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Accounts and their sessions, laid into a database as creating and signing in would leave them, but without a digest of a
 * password for each of these steps: it takes long on purpose, and would be most of what a short test does.
 */
final class TestStaff {
    private static final String DIGEST = Argon2Function.getInstance(19 * 1_024, 2, 1, 32, Argon2.ID)
            .hash(TestHost.PASSWORD)
            .getResult();
    private static final AtomicLong NUMBER = new AtomicLong(1_000);

    private TestStaff() {}

    /** Creates an account, unless there is one with this address. */
    static void create(TestDatabase database, String name, String role, Instant now) {
        String email = email(role);
        write(
                database,
                "INSERT IGNORE INTO core_staff (id, name, email, password, active, version, created_at)"
                        + " VALUES (?, ?, ?, ?, TRUE, 1, ?)",
                NUMBER.incrementAndGet(),
                name,
                email,
                DIGEST,
                Timestamp.from(now));
        write(
                database,
                "INSERT IGNORE INTO core_staff_role (staff_id, role) SELECT id, ? FROM core_staff WHERE email = ?",
                role,
                email);
    }

    /** Begins a session. @return its token */
    static String signIn(TestDatabase database, String role, Instant now) {
        long number = NUMBER.incrementAndGet();
        byte[] secret = sha256("session " + number);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        write(
                database,
                "INSERT INTO core_session (id, digest, staff_id, created_at, used_at)"
                        + " SELECT ?, ?, id, ?, ? FROM core_staff WHERE email = ?",
                number,
                HexFormat.of().formatHex(sha256(token)),
                Timestamp.from(now),
                Timestamp.from(now),
                email(role));
        return token;
    }

    private static String email(String role) {
        return role.toLowerCase(java.util.Locale.ROOT) + "@example.org";
    }

    private static void write(TestDatabase database, String statement, Object... values) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement sql = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                sql.setObject(i + 1, values[i]);
            }
            sql.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The accounts of the test could not be made", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
