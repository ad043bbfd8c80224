package news.piton.core.host.execution;

import java.time.Duration;

/**
 * What one operation may be at the most. Everything but the time is checked before it runs.
 *
 * @param characters of the document
 * @param tokens of the document, counted by the lexer, which stops there
 * @param depth levels of fields, fragments expanded
 * @param fields selected, fragments expanded
 * @param aliases among those fields
 * @param directives in the whole document, fragments expanded
 * @param introspectionDepth levels of fields below {@code __schema} or {@code __type}
 * @param cost as {@link Cost} weighs it
 * @param usualListSize what {@link Cost} takes a list to hold that tells nothing of its size
 * @param time from the first byte understood to the last value fetched
 * @param documentCache approximate memory for parsed documents, in bytes
 */
public record Limits(
        int characters,
        int tokens,
        int depth,
        int fields,
        int aliases,
        int directives,
        int introspectionDepth,
        int cost,
        int usualListSize,
        Duration time,
        long documentCache) {}
