package news.piton.core.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The opaque id that a client sees (the GraphQL Global Object Identification specification). Clients must not take it
 * apart; the form may change, the meaning may not.
 *
 * @param type the GraphQL object type's name
 * @param number the row's id
 */
public record GlobalId(String type, long number) {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int LONGEST = 128;

    public static String encode(String type, long number) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        return ENCODER.encodeToString(
                ByteBuffer.allocate(8 + name.length).putLong(number).put(name).array());
    }

    /** Empty when the text is not one of our ids. */
    public static Optional<GlobalId> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() <= 8) {
                return Optional.empty();
            }
            long number = bytes.getLong();
            GlobalId id = new GlobalId(StandardCharsets.US_ASCII.decode(bytes).toString(), number);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The row's id if the text is an id of that type; empty for anything else. */
    public static OptionalLong number(String type, String text) {
        return parse(text)
                .filter(id -> id.type.equals(type))
                .map(id -> OptionalLong.of(id.number))
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public String toString() {
        return encode(type, number);
    }
}
