package news.piton.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import news.piton.core.testing.TestClock;
import news.piton.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsDbTest {
    private static final Schedule HOURLY = new Schedule.Every(Duration.ofHours(1));
    private final TestDatabase server = TestDatabase.create().migrated("core");

    @AfterEach
    void dropTables() {
        server.close();
    }

    @Test
    void runs_each_job_once_however_many_nodes_there_are() throws Exception {
        int count = 12;
        CountDownLatch all = new CountDownLatch(count);
        Map<String, Integer> runs = new ConcurrentHashMap<>();
        List<Job> jobs = IntStream.range(0, count)
                .mapToObj(i -> new Job("tower.ring-bell-" + i, HOURLY, stop -> {
                    runs.merge("tower.ring-bell-" + i, 1, Integer::sum);
                    all.countDown();
                }))
                .toList();
        Jobs one = new Jobs(server.pool(), InstantSource.system(), jobs);
        Jobs other = new Jobs(server.pool(), InstantSource.system(), jobs);
        one.start();
        other.start();
        assertTrue(all.await(30, TimeUnit.SECONDS));
        one.stop();
        other.stop();
        assertEquals(count, runs.size());
        assertTrue(runs.values().stream().allMatch(times -> times == 1), runs::toString);
    }

    @Test
    void asks_a_running_job_to_stop_and_waits_for_it() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        AtomicInteger finished = new AtomicInteger();
        Jobs jobs =
                new Jobs(server.pool(), InstantSource.system(), List.of(new Job("tower.ring-for-ever", HOURLY, stop -> {
                    started.countDown();
                    while (!stop.requested()) {
                        Thread.onSpinWait();
                    }
                    finished.incrementAndGet();
                })));
        jobs.start();
        assertTrue(started.await(30, TimeUnit.SECONDS));
        assertTrue(jobs.runs().getFirst().isRunning());
        jobs.stop();
        assertEquals(1, finished.get());
        assertFalse(jobs.runs().getFirst().isRunning());
    }

    @Test
    void runs_again_elsewhere_what_a_dead_node_was_running() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch buried = new CountDownLatch(1);
        HikariDataSource dyingPool = server.pool();
        Jobs dying = new Jobs(dyingPool, InstantSource.system(), List.of(new Job("tower.ring", HOURLY, stop -> {
            started.countDown();
            waitFor(buried);
        })));
        dying.start();
        assertTrue(started.await(30, TimeUnit.SECONDS));
        dyingPool.close(); // no heartbeat comes from it any more

        CountDownLatch again = new CountDownLatch(1);
        InstantSource tenMinutesLater = () -> InstantSource.system().instant().plusSeconds(600);
        Jobs living = new Jobs(
                server.pool(), tenMinutesLater, List.of(new Job("tower.ring", HOURLY, stop -> again.countDown())));
        living.start();
        assertTrue(again.await(30, TimeUnit.SECONDS));
        living.stop();
        buried.countDown();
        dying.stop();
    }

    @Test
    void goes_on_with_its_schedule_after_a_failure() throws Exception {
        CountDownLatch twice = new CountDownLatch(2);
        Jobs jobs = new Jobs(
                server.pool(),
                InstantSource.system(),
                List.of(new Job("tower.ring", new Schedule.Every(Duration.ofMillis(10)), stop -> {
                    twice.countDown();
                    throw new IllegalStateException("the rope broke, on purpose");
                })));
        jobs.start();
        assertTrue(twice.await(30, TimeUnit.SECONDS));
        jobs.stop();
        JobRuns runs = jobs.runs().getFirst();
        assertTrue(runs.failed() >= 2);
        assertEquals(0, runs.succeeded());
        assertTrue(runs.lastFailure().isPresent());
    }

    @Test
    void runs_a_job_at_once_when_asked_and_tells_how_it_went() {
        TestClock clock = new TestClock();
        boolean[] broken = {false};
        Jobs jobs = new Jobs(server.pool(), clock, List.of(new Job("tower.ring", HOURLY, stop -> {
            if (broken[0]) {
                throw new IllegalStateException("the rope broke, on purpose");
            }
        })));
        jobs.runNow("tower.ring");
        broken[0] = true;
        assertThrows(IllegalStateException.class, () -> jobs.runNow("tower.ring"));
        JobRuns runs = jobs.runs().getFirst();
        assertEquals(clock.instant(), runs.lastSuccess().orElseThrow());
        assertEquals(1, runs.succeeded());
        assertEquals(1, runs.failed());
        IllegalArgumentException unknown =
                assertThrows(IllegalArgumentException.class, () -> jobs.runNow("tower.sing"));
        assertTrue(unknown.getMessage().contains("tower.ring"));
    }

    @Test
    void keeps_its_times_in_utc_whatever_the_zone_of_the_machine() throws Exception {
        CountDownLatch ran = new CountDownLatch(1);
        TimeZone machine = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        try {
            Jobs jobs = new Jobs(
                    server.pool(),
                    InstantSource.system(),
                    List.of(new Job("tower.ring", HOURLY, stop -> ran.countDown())));
            jobs.start();
            assertTrue(ran.await(30, TimeUnit.SECONDS));
            jobs.stop();
            Object minutes = server.open()
                    .sql()
                    .fetchValue("SELECT TIMESTAMPDIFF(MINUTE, UTC_TIMESTAMP(6), execution_time) FROM core_job");
            assertTrue(minutes.toString().matches("5[0-9]|60"), minutes::toString);
        } finally {
            TimeZone.setDefault(machine);
        }
    }

    @Test
    void refuses_two_jobs_of_one_name() {
        Job job = new Job("tower.ring", HOURLY, stop -> {});
        assertThrows(
                IllegalStateException.class, () -> new Jobs(server.pool(), InstantSource.system(), List.of(job, job)));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
