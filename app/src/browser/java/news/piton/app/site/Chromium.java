package news.piton.app.site;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A headless Chromium that visits one host. Whatever brings a page returns when the page is there as its reader has it: loaded,
 * of the size and in the colours that were asked for, drawn, with the focus, and with all that it weighs accounted for. The
 * driver itself returns earlier, on a busy machine much earlier. Where chromium and chromedriver are not on the PATH, the system
 * properties {@code piton.chromium} and {@code webdriver.chrome.driver} say where they are.
 */
final class Chromium implements AutoCloseable {
    /** A name under which the host is reached without TLS and without the privileges of localhost. */
    static final String INSECURE = "herald.example";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What a page still lacks, the page that is left included; empty text for one that is there. */
    private static final String MISSING = """
        const page = performance.getEntriesByType('navigation')[0];
        const loaded = [...document.querySelectorAll(arguments[1])].map((e) => e.href || e.src);
        const wanted = {
          'another page': window.__left !== true,
          'the load event': document.readyState === 'complete' && page.loadEventEnd > 0,
          'its weight': location.protocol === 'file:' || page.decodedBodySize > 0,
          'the weight of what it loads': loaded.every((url) => performance.getEntriesByName(url).length > 0),
          ['the screen ' + arguments[0]]: matchMedia(arguments[0]).matches,
          'a layout': document.documentElement.getBoundingClientRect().width > 0,
          'a drawing': performance.getEntriesByType('paint').length > 0,
          'the focus': document.hasFocus(),
        };
        return Object.keys(wanted).filter((name) => !wanted[name]).join(', ');
        """;

    private final ChromeDriver driver;
    private final URI site;
    /** What a page loads before it is complete, pictures aside. */
    private final String loaded;

    private String medium = "screen";
    private String size = "";
    private String density = "";
    /** What is scrolled to is there at once, unless a test asks otherwise. */
    private Map<String, String> preference = Map.of("name", "prefers-reduced-motion", "value", "reduce");

    private Chromium(ChromeDriver driver, URI site, boolean scripts) {
        this.driver = driver;
        this.site = site;
        this.loaded = scripts ? "link[rel=stylesheet], script[src]" : "link[rel=stylesheet]";
    }

    static Chromium visiting(URI site) {
        return start(site, true);
    }

    static Chromium withoutScripts(URI site) {
        return start(site, false);
    }

    private static Chromium start(URI site, boolean scripts) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("piton.chromium", "chromium", "chromium-browser", "google-chrome"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
                "--host-resolver-rules=MAP " + INSECURE + " 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(program("webdriver.chrome.driver", "chromedriver")))
                .build();
        return new Chromium(new ChromeDriver(service, options), site, scripts)
                .screen(1280, 900, 1)
                .emulateMedia()
                // without it, keys are lost until the system gives the window the focus
                .devtools("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
    }

    private static String program(String property, String... names) {
        String given = System.getProperty(property);
        if (given != null) {
            return given;
        }
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no " + names[0]
                        + " on the PATH: install it (Debian: apt-get install chromium chromium-driver), or set -D"
                        + property + "=…"));
    }

    Chromium open(String path) {
        return openUrl(site.resolve(path).toString());
    }

    /** The same host by a name that is no localhost: without TLS, no page gets what only secure contexts have. */
    Chromium openInsecurely(String path) {
        return openUrl("http://" + INSECURE + ":" + site.getPort() + path);
    }

    Chromium openUrl(String url) {
        arriveBy(() -> driver.get(url));
        return this;
    }

    /** Does what leads to another page, and waits until that is there. */
    void arriveBy(Runnable departure) {
        run("window.__left = true");
        departure.run();
        await(this::missing);
    }

    private String missing() {
        String preferred = "(" + preference.get("name") + ": " + preference.get("value") + ")";
        // paper has the density of paper, whatever the screen has
        String pixels = medium.equals("print") ? "" : " and " + density;
        return String.valueOf(run(MISSING, medium + " and " + size + pixels + " and " + preferred, loaded));
    }

    /**
     * The viewport of the pages that are opened from now on, in CSS pixels, and how many pixels of the screen each takes: 2 is what
     * 200 % zoom does.
     */
    Chromium screen(int width, int height, int ratio) {
        size = "(width: " + width + "px) and (height: " + height + "px)";
        density = "(resolution: " + ratio + "dppx)";
        return devtools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", ratio, "mobile", width < 500));
    }

    /** Gives the page that is shown another viewport, and waits until it has it. */
    void resize(int width, int height, int ratio) {
        screen(width, height, ratio);
        await(this::missing);
    }

    /** What the reader has asked of the system, this one thing alone; pages have it that are opened from now on. */
    Chromium prefers(String feature, String value) {
        preference = Map.of("name", feature, "value", value);
        return emulateMedia();
    }

    /** Shows the pages that are opened from now on as they are printed, or on a {@code screen} again. */
    Chromium medium(String name) {
        medium = name;
        return emulateMedia();
    }

    private Chromium emulateMedia() {
        return devtools("Emulation.setEmulatedMedia", Map.of("media", medium, "features", List.of(preference)));
    }

    Chromium devtools(String command, Map<String, Object> parameters) {
        driver.executeCdpCommand(command, parameters);
        return this;
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    Object runAndWait(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    /** Waits for what the page does by itself. */
    void until(String condition, String what) {
        await(() -> Boolean.TRUE.equals(run(condition)) ? "" : what);
    }

    /** Asks until nothing is missing any more; a page that goes away while it is asked has not answered. */
    static void await(Supplier<String> missing) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last;
        do {
            try {
                last = missing.get();
            } catch (WebDriverException gone) {
                last = String.valueOf(gone.getMessage());
            }
            if (last.isEmpty()) {
                return;
            }
        } while (System.nanoTime() < end);
        throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + last);
    }

    WebElement first(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    String text(String selector) {
        return first(selector).getText();
    }

    List<String> texts(String selector) {
        return all(selector).stream().map(WebElement::getText).toList();
    }

    /** Chooses the option of a {@code select} that reads so. */
    void choose(String selector, String option) {
        all(selector + " option").stream()
                .filter(each -> each.getText().equals(option))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no option " + option + " in " + texts(selector + " option")))
                .click();
    }

    /** Types into a field, in place of what is in it. */
    void fill(String selector, String text) {
        WebElement field = first(selector);
        field.clear();
        field.sendKeys(text);
    }

    /** Clicks, and waits for the page that comes of it. */
    void submit(String selector) {
        arriveBy(() -> first(selector).click());
    }

    /** Opens what a {@code details} hides. */
    void unfold(String selector) {
        first(selector + " summary").click();
        until("return document.querySelector('" + selector + " details').open", selector + " unfolds");
    }

    URI address() {
        return URI.create(driver.getCurrentUrl());
    }

    String title() {
        return driver.getTitle();
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Writes a picture of the whole page to {@code target/screenshots}. It takes another screen, and puts the old one back. */
    void picture(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            Object shot = driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true))
                    .get("data");
            Files.write(folder.resolve(name + ".png"), OutputType.BYTES.convertFromBase64Png(String.valueOf(shot)));
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
        await(this::missing);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
