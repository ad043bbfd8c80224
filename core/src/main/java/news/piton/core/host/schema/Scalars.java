package news.piton.core.host.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The scalars of core's SDL. All of them are strings on the wire. */
final class Scalars {
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,251})");

    private Scalars() {}

    static List<GraphQLScalarType> all() {
        return List.of(
                scalar("DateTime", Scalars::dateTime),
                scalar("URL", Scalars::url),
                scalar("EmailAddress", Scalars::emailAddress),
                scalar("HTML", text -> text));
    }

    private static Object dateTime(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isAfter(Instant.parse("9999-12-31T23:59:59Z"))
                    || instant.isBefore(Instant.parse("0001-01-01T00:00:00Z"))) {
                throw new IllegalArgumentException("lies outside the years 1 to 9999");
            }
            return instant;
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("is no RFC 3339 instant such as 2026-11-24T09:30:00Z", malformed);
        }
    }

    private static Object url(String text) {
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null && text.length() <= 2_000) {
                return text;
            }
        } catch (URISyntaxException malformed) {
            // the sentence below says what is wanted
        }
        throw new IllegalArgumentException("is no absolute http or https address of at most 2,000 characters");
    }

    private static Object emailAddress(String text) {
        String address = text.strip();
        if (address.length() > 254 || !ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("is no e-mail address such as name@example.org");
        }
        return address;
    }

    private static GraphQLScalarType scalar(String name, Function<String, Object> read) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new TextCoercing(name, read))
                .build();
    }

    private record TextCoercing(String name, Function<String, Object> read) implements Coercing<Object, String> {
        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return value.toString();
        }

        @Override
        public Object parseValue(Object value, GraphQLContext context, Locale locale) {
            try {
                if (value instanceof String text) {
                    return read.apply(text);
                }
                throw new IllegalArgumentException("must be a string");
            } catch (IllegalArgumentException wrong) {
                throw new CoercingParseValueException("This " + name + " " + wrong.getMessage() + ".");
            }
        }

        @Override
        public Object parseLiteral(
                Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
            try {
                if (literal instanceof StringValue text) {
                    return read.apply(text.getValue());
                }
                throw new IllegalArgumentException("must be a string");
            } catch (IllegalArgumentException wrong) {
                throw new CoercingParseLiteralException("This " + name + " " + wrong.getMessage() + ".");
            }
        }

        @Override
        public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
            return StringValue.of(serialize(value, context, locale));
        }
    }
}
