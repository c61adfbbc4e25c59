import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Judges documents with the JDK's Xerces. Input, numbers as four bytes: how many jobs, then for each the path of a schema,
 * how many documents, and the documents, every text with its length before. Output: for each job one byte, 1 if the
 * schema was taken; if so one byte for each document, 1 if it is valid.
 */
public class Validators {
  public static void main(String[] arguments) throws Exception {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
    int jobs = in.readInt();
    for (int job = 0; job < jobs; job++) {
      Schema schema = schema(new File(new String(text(in), "UTF-8")));
      out.writeByte(schema == null ? 0 : 1);
      int documents = in.readInt();
      for (int i = 0; i < documents; i++) {
        byte[] document = text(in);
        if (schema != null) out.writeByte(isValid(schema, document) ? 1 : 0);
      }
    }
    out.flush();
  }

  private static byte[] text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  private static final ErrorHandler STRICT =
      new ErrorHandler() {
        public void warning(SAXParseException error) {}

        public void error(SAXParseException error) throws SAXParseException {
          throw error;
        }

        public void fatalError(SAXParseException error) throws SAXParseException {
          throw error;
        }
      };

  private static Schema schema(File file) {
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
      factory.setErrorHandler(STRICT);
      return factory.newSchema(file);
    } catch (SAXException error) {
      return null;
    }
  }

  private static boolean isValid(Schema schema, byte[] document) throws IOException {
    Validator validator = schema.newValidator();
    validator.setErrorHandler(STRICT);
    try {
      validator.validate(new StreamSource(new ByteArrayInputStream(document)));
      return true;
    } catch (SAXException error) {
      return false;
    }
  }
}
