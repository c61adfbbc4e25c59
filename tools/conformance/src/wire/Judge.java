import java.io.DataInputStream;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.BufferedInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/**
 * Judges documents by schemas with the JDK's Xerces: java Judge.java LIST.
 * A line of LIST is "schema TAB documents"; documents follow each other as length (4 bytes), UTF-8 text.
 * Prints a line for each schema, "S TAB line TAB complaint", and one for each refused document,
 * "D TAB line TAB index TAB complaint".
 */
public class Judge {
  public static void main(String[] arguments) throws Exception {
    int line = 0;
    for (String job : Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
      String[] parts = job.split("\t");
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      factory.setErrorHandler(thrower());
      Schema schema = null;
      String complaint = "";
      try {
        schema = factory.newSchema(Path.of(parts[0]).toFile());
      } catch (Exception error) {
        complaint = clean(error);
      }
      System.out.println("S\t" + line + "\t" + complaint);
      if (schema != null) judge(schema, line, parts[1]);
      line++;
    }
  }

  private static void judge(Schema schema, int line, String file) throws Exception {
    Validator validator = schema.newValidator();
    validator.setErrorHandler(thrower());
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(file)))) {
      for (int index = 0; in.available() > 0; index++) {
        byte[] bytes = in.readNBytes(in.readInt());
        try {
          validator.validate(new StreamSource(new ByteArrayInputStream(bytes)));
        } catch (Exception error) {
          System.out.println("D\t" + line + "\t" + index + "\t" + clean(error));
        }
        validator.reset();
        validator.setErrorHandler(thrower());
      }
    }
  }

  private static String clean(Exception error) {
    return String.valueOf(error.getMessage()).replaceAll("[\\s]+", " ");
  }

  private static ErrorHandler thrower() {
    return new ErrorHandler() {
      public void warning(SAXParseException error) {}

      public void error(SAXParseException error) throws SAXParseException {
        throw error;
      }

      public void fatalError(SAXParseException error) throws SAXParseException {
        throw error;
      }
    };
  }
}
