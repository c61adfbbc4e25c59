import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/**
 * Judges the schemas and samples of an edition with the JDK's Xerces.
 * Run by xerces.sh: java Xerces.java <edition folder>
 */
public class Xerces {
  private static final Map<String, Pattern> CODES =
      Map.ofEntries(
          Map.entry("required", Pattern.compile("cvc-complex-type\\.2\\.4")),
          Map.entry("unknown", Pattern.compile("cvc-complex-type\\.2\\.4")),
          Map.entry("order", Pattern.compile("cvc-complex-type\\.2\\.4")),
          Map.entry("repeated", Pattern.compile("cvc-complex-type\\.2\\.4")),
          Map.entry("maxLength", Pattern.compile("cvc-maxLength-valid")),
          Map.entry("pattern", Pattern.compile("cvc-pattern-valid")),
          Map.entry("digits", Pattern.compile("cvc-(pattern|fractionDigits|totalDigits)-valid")),
          Map.entry("type", Pattern.compile("cvc-datatype-valid|cvc-pattern-valid")),
          Map.entry("enumeration", Pattern.compile("cvc-enumeration-valid|cvc-maxLength-valid")),
          Map.entry("nil", Pattern.compile("cvc-elt\\.3\\.1")),
          Map.entry("minItems", Pattern.compile("cvc-complex-type\\.2\\.4")),
          Map.entry("namespace", Pattern.compile("cvc-complex-type\\.2\\.4")));
  private static final Pattern ENTRY =
      Pattern.compile("\"([^\"]+\\.xml)\": \\{\\s*\"path\": \"[^\"]*\",\\s*\"element\": \"([^\"]*)\",\\s*\"rule\": \"([^\"]*)\"");

  private static int passed;
  private static int failed;

  public static void main(String[] arguments) throws Exception {
    Path edition = Path.of(arguments.length > 0 ? arguments[0] : "2018-07");
    for (File file : list(edition.toFile(), ".xsd")) {
      check(file.getName() + " is a schema", () -> schema(file) != null);
    }
    for (File root : list(edition.resolve("roots").toFile(), ".xsd")) {
      Schema schema = schema(root);
      String message = root.getName().replace(".xsd", "");
      Path folder = edition.resolve("samples").resolve(message);
      File[] samples = list(folder.toFile(), ".xml");
      check(message + " has samples", () -> samples.length >= 4);
      for (File sample : samples) {
        List<String> complaints = complaints(schema, sample);
        check(message + "/" + sample.getName() + " passes: " + complaints, () -> complaints.isEmpty());
      }
      Map<String, String[]> expected = expected(folder.resolve("wrong.json"));
      check(message + " has wrong samples", () -> expected.size() >= 4);
      for (Map.Entry<String, String[]> entry : expected.entrySet()) {
        File sample = folder.resolve("wrong").resolve(entry.getKey()).toFile();
        String element = entry.getValue()[0];
        Pattern code = CODES.get(entry.getValue()[1]);
        List<String> complaints = complaints(schema, sample);
        String all = String.join(" | ", complaints);
        check(
            message + "/wrong/" + entry.getKey() + " fails as expected: " + all,
            () -> code != null && code.matcher(all).find() && all.contains(element));
      }
    }
    System.out.println(passed + " passed, " + failed + " failed");
    System.exit(failed == 0 && passed > 0 ? 0 : 1);
  }

  private interface Check {
    boolean holds() throws Exception;
  }

  private static void check(String what, Check check) {
    try {
      if (check.holds()) {
        passed++;
        return;
      }
      System.out.println("FAILED " + what);
    } catch (Exception error) {
      System.out.println("FAILED " + what + ": " + error.getMessage());
    }
    failed++;
  }

  private static File[] list(File folder, String suffix) {
    File[] files = folder.listFiles((parent, name) -> name.endsWith(suffix));
    if (files == null) throw new IllegalStateException("no folder " + folder);
    Arrays.sort(files);
    return files;
  }

  private static Schema schema(File file) throws Exception {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setFeature("http://apache.org/xml/features/validation/schema-full-checking", true);

    factory.setErrorHandler(strict(null));
    return factory.newSchema(file);
  }

  private static List<String> complaints(Schema schema, File sample) throws Exception {
    List<String> found = new ArrayList<>();
    Validator validator = schema.newValidator();
    validator.setErrorHandler(strict(found));
    try {
      validator.validate(new StreamSource(sample));
    } catch (SAXParseException error) {
      found.add(error.getMessage());
    }
    return found;
  }

  /** Collects complaints, warnings included; without a list they are thrown. */
  private static ErrorHandler strict(List<String> found) {
    return new ErrorHandler() {
      public void warning(SAXParseException error) throws SAXParseException {
        error(error);
      }

      public void error(SAXParseException error) throws SAXParseException {
        if (found == null) throw error;
        found.add(error.getMessage());
      }

      public void fatalError(SAXParseException error) throws SAXParseException {
        throw error;
      }
    };
  }

  private static Map<String, String[]> expected(Path file) throws Exception {
    Map<String, String[]> found = new TreeMap<>();
    Matcher matcher = ENTRY.matcher(Files.readString(file));
    while (matcher.find()) found.put(matcher.group(1), new String[] {matcher.group(2), matcher.group(3)});
    try (Stream<Path> files = Files.list(file.resolveSibling("wrong"))) {
      if (files.count() != found.size()) throw new IllegalStateException(file + " does not list every wrong sample");
    }
    return found;
  }
}
