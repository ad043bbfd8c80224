package news.piton.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import news.piton.core.settings.Setting;

/** The settings file: nested YAML whose paths, joined by dots, are the settings' keys. */
final class SettingsYaml {
    private static final int WIDTH = 110;
    /** Words that YAML 1.1 takes for truth values or for nothing; true and false are settings' own words as well. */
    private static final Set<String> OTHER_THAN_TEXT = Set.of("y", "n", "yes", "no", "on", "off", "null");

    private SettingsYaml() {}

    /** @return texts by key; what is left empty in the file is not there */
    static Map<String, String> read(Reader file) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        collect("", new YAMLMapper().readTree(file), found);
        return found;
    }

    private static void collect(String path, JsonNode node, Map<String, String> found) {
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), found));
        } else if (node.isArray()) {
            StringBuilder list = new StringBuilder();
            node.forEach(element -> list.append(list.isEmpty() ? "" : ",").append(element.asText()));
            found.put(path, list.toString());
        } else if (!node.isNull() && !node.isMissingNode()) {
            found.put(path, node.asText());
        }
    }

    /**
     * The file that documents all of these settings. It sets none of them, so that it also does for a Piton that lacks one of
     * the modules.
     */
    static String write(List<Setting<?>> settings) {
        Map<String, Map<String, Setting<?>>> groups = new TreeMap<>();
        settings.forEach(setting -> {
            String key = setting.key();
            int dot = key.indexOf('.');
            String group = dot < 0 ? "" : key.substring(0, dot);
            groups.computeIfAbsent(group, name -> new TreeMap<>()).put(key.substring(dot + 1), setting);
        });
        StringBuilder yaml = new StringBuilder("""
            # All settings of Piton, with their usual values, which hold while a line begins with #. Take the # away to choose
            # another one.
            #
            # Each can be overridden by an environment variable: PITON_, then the path in upper case, with _ for . and -
            # server.port is PITON_SERVER_PORT. A wrong or unknown setting stops the start with a sentence that names it.
            """);
        groups.forEach((group, members) -> {
            yaml.append('\n');
            String indent = group.isEmpty() ? "" : "  ";
            if (!group.isEmpty()) {
                yaml.append(group).append(":\n");
            }
            members.forEach((name, setting) -> {
                wrap(setting.meaning(), WIDTH - indent.length() - 2)
                        .forEach(line ->
                                yaml.append(indent).append("# ").append(line).append('\n'));
                yaml.append(indent)
                        .append("# ")
                        .append(name)
                        .append(": ")
                        .append(quoted(setting.usual()))
                        .append('\n');
            });
        });
        return yaml.toString();
    }

    private static String quoted(@org.jspecify.annotations.Nullable String usual) {
        if (usual == null || usual.isEmpty()) {
            return "\"\"";
        }
        boolean plain = usual.matches("[A-Za-z][A-Za-z0-9_/.@ -]*|[0-9]+") && !OTHER_THAN_TEXT.contains(usual);
        return plain ? usual : "\"" + usual.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new java.util.ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
