package news.piton.app.site;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A headless Chromium that visits one host. Where chromium and chromedriver are not on the PATH, the system properties {@code
 * piton.chromium} and {@code webdriver.chrome.driver} say where they are.
 */
final class Chromium implements AutoCloseable {
    /** A name under which the host is reached without TLS and without the privileges of localhost. */
    static final String INSECURE = "herald.example";

    private final ChromeDriver driver;
    private final URI site;

    private Chromium(ChromeDriver driver, URI site) {
        this.driver = driver;
        this.site = site;
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
                "--host-resolver-rules=MAP " + INSECURE + " 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                // what is scrolled to is there at once
                "--force-prefers-reduced-motion",
                "--window-size=1280,900");
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(program("webdriver.chrome.driver", "chromedriver")))
                .build();
        return new Chromium(new ChromeDriver(service, options), site);
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
        driver.get(site.resolve(path).toString());
        return this;
    }

    /** The same host by a name that is no localhost: without TLS, no page gets what only secure contexts have. */
    Chromium openInsecurely(String path) {
        driver.get("http://" + INSECURE + ":" + site.getPort() + path);
        return this;
    }

    Chromium openUrl(String url) {
        driver.get(url);
        return this;
    }

    /** The viewport in CSS pixels, and how many pixels of the screen each takes; 2 is what 200 % zoom does. */
    Chromium screen(int width, int height, int ratio) {
        return devtools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", ratio, "mobile", width < 500));
    }

    Chromium prefers(String feature, String value) {
        return devtools(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
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
        long end = System.nanoTime() + 30_000_000_000L;
        while (!Boolean.TRUE.equals(run(condition))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within half a minute: " + what);
            }
        }
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

    /** Types into a field, in place of what is in it. */
    void fill(String selector, String text) {
        WebElement field = first(selector);
        field.clear();
        field.sendKeys(text);
    }

    /** Clicks, and waits for the page that comes of it. */
    void submit(String selector) {
        WebElement page = first("html");
        first(selector).click();
        long end = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < end) {
            try {
                page.isEnabled();
            } catch (org.openqa.selenium.WebDriverException gone) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no page came within half a minute");
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

    /** Writes a picture of the whole page to {@code target/screenshots}. */
    void picture(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            Object shot = driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true))
                    .get("data");
            Files.write(folder.resolve(name + ".png"), OutputType.BYTES.convertFromBase64Png(String.valueOf(shot)));
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
