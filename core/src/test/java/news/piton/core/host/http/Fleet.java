package news.piton.core.host.http;

import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.piton.core.database.Deadline;
import news.piton.core.fault.Fault;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.Loader;
import news.piton.core.host.execution.LiveValue;
import news.piton.core.outbox.EventType;

/** What a {@link Harbour} serves, a small made-up schema of boats, and what a test may count of its work. */
final class Fleet {
    static final String SDL = """
        "A harbour."
        type Query {
          name: String!
          echo(text: String, number: Int, kind: Kind): String
          boats(first: Int, last: Int): BoatConnection!
          boat(id: ID!): Boat
          fleet: [Boat!]!
          broken: String
          forbidden: String
          wrong: String
          slow: String
          missing: String!
          whirlpool: String
        }
        enum Kind { SLOOP YAWL }
        type BoatConnection { nodes: [Boat!]! totalCount: Int! }
        interface Vessel { name: String! }
        type Boat implements Vessel {
          id: ID! name: String! captain: Person next: Boat vessels: [Vessel!]! broken: String!
        }
        type Person { name: String! boats(first: Int): BoatConnection! home: Boat }
        type Mutation { launch(name: String!): Boat! }
        type Subscription { arrived(name: String): Boat! closed: Boat! }
        """;

    record Boat(String id, String name) {}

    record Person(String name) {}

    record Boats(List<Boat> nodes, int totalCount) {}

    record Arrived(String name) {
        static final EventType<Arrived> TYPE = new EventType<>("harbour.arrived.v1", Arrived.class);
    }

    final AtomicInteger launched = new AtomicInteger();
    final List<Set<String>> batches = new CopyOnWriteArrayList<>();
    final List<Boolean> batchesInTime = new CopyOnWriteArrayList<>();
    final CountDownLatch slow = new CountDownLatch(1);
    final CountDownLatch slowBegun = new CountDownLatch(1);
    private final List<Boat> fleet = IntStream.rangeClosed(1, 3)
            .mapToObj(i -> new Boat("" + i, "Boat " + i))
            .toList();
    private final Loader<String, Person> captains = loader("harbour.captains", key -> new Person("Captain of " + key));
    private final Loader<String, Boat> homes =
            loader("harbour.homes", key -> new Boat("home-" + key, "Home of " + key));

    List<Loader<?, ?>> loaders() {
        return List.of(captains, homes);
    }

    static Object show(Arrived event, Map<String, Object> arguments, Caller caller) {
        if (event.name().equals("Wreck")) {
            throw new IllegalStateException("secret reef");
        }
        boolean wanted = arguments.getOrDefault("name", event.name()).equals(event.name());
        return wanted ? new Boat("9", event.name()) : null;
    }

    RuntimeWiring wiring() {
        DataFetcher<?> boats = environment -> {
            int first = environment.getArgumentOrDefault("first", 3);
            return new Boats(fleet.subList(0, Math.min(first, 3)), 3);
        };
        return RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        query -> query.dataFetcher("whirlpool", environment -> whirlpool(1))
                                .dataFetchers(Map.of(
                                        "name", environment -> "Castries",
                                        "echo", environment -> environment.getArgument("text"),
                                        "boats", boats,
                                        "fleet", environment -> fleet,
                                        "boat", environment -> fleet.getFirst(),
                                        "broken", failing(new IllegalStateException("secret table harbour_boat")),
                                        "missing", environment -> null,
                                        "forbidden", failing(Fault.forbidden()),
                                        "wrong", failing(Fault.badRequest("That is not a boat.")),
                                        "slow",
                                                environment -> {
                                                    slowBegun.countDown();
                                                    slow.await();
                                                    return "at last";
                                                })))
                .type(
                        "Boat",
                        boat -> boat.dataFetchers(Map.of(
                                "captain", environment -> captains.load(environment, id(environment.getSource())),
                                "next",
                                        environment -> captains.load(environment, id(environment.getSource()))
                                                .thenCompose(captain -> homes.load(environment, captain.name())),
                                "vessels", environment -> fleet,
                                "broken", failing(new IllegalStateException("secret")))))
                .type(
                        "Person",
                        person -> person.dataFetchers(Map.of("boats", boats, "home", environment -> {
                            Person source = environment.getSource();
                            return homes.load(environment, source.name());
                        })))
                .type(
                        "Vessel",
                        vessel -> vessel.typeResolver(
                                environment -> environment.getSchema().getObjectType("Boat")))
                .type(
                        "Mutation",
                        mutation -> mutation.dataFetcher("launch", environment -> {
                            String name = environment.getArgument("name");
                            launched.incrementAndGet();
                            if (name.equals("Leviathan")) {
                                slow.await();
                            }
                            return new Boat("7", name);
                        }))
                .type(
                        "Subscription",
                        subscription -> subscription.dataFetchers(
                                Map.of("arrived", LiveValue.FETCHER, "closed", failing(Fault.forbidden()))))
                .build();
    }

    /** Goes round until the stack is full. */
    static String whirlpool(int round) {
        return round < 0 ? "" : round + whirlpool(round + 1);
    }

    private static String id(Object boat) {
        return ((Boat) boat).id();
    }

    private static DataFetcher<?> failing(RuntimeException failure) {
        return environment -> {
            throw failure;
        };
    }

    private <V> Loader<String, V> loader(String name, Function<String, V> make) {
        return new Loader<>(name, (keys, caller) -> {
            batches.add(Set.copyOf(keys));
            batchesInTime.add(Deadline.remaining().isPresent());
            return keys.stream().collect(Collectors.toMap(key -> key, make));
        });
    }
}
