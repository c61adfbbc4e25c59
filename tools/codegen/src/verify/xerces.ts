import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether the JDK is there, which runs a program from its source. */
export function hasXerces(): boolean {
  return spawnSync("java", ["-version"]).status === 0;
}

/**
 * Lets the JDK's Xerces judge documents: for each schema a verdict on each of its documents, `null` for a schema that was
 * refused. One process for all.
 *
 * @param jobs - Paths of schemas, each with its documents.
 */
export function judgeByXerces(jobs: readonly XercesJob[]): (boolean[] | null)[] {
  return tellByXerces(jobs).map((row) => (typeof row === "string" ? null : row.map((fault) => fault === null)));
}

interface XercesJob {
  /** Path of a schema. */
  readonly schema: string;
  readonly documents: readonly string[];
}

/**
 * As {@link judgeByXerces}, with what Xerces says: of each document, `null` for a valid one, and of a schema that it
 * refuses.
 */
export function tellByXerces(jobs: readonly XercesJob[]): ((string | null)[] | string)[] {
  const parts: Buffer[] = [number(jobs.length)];
  for (const { schema, documents } of jobs)
    parts.push(...text(schema), number(documents.length), ...documents.flatMap(text));
  const home = mkdtempSync(join(tmpdir(), "coo-xerces-"));
  try {
    const program = join(home, "Validators.java");
    writeFileSync(program, PROGRAM);
    const run = spawnSync("java", ["-Duser.language=en", "-Dfile.encoding=UTF-8", program], {
      input: Buffer.concat(parts),
      maxBuffer: 1 << 28,
      env: { ...process.env, LC_ALL: "C.UTF-8" },
    });
    if (run.status !== 0) throw new Error(`java ended with ${run.status}: ${run.stderr}`);
    let at = 0;
    const said = (): string => {
      const length = run.stdout.readInt32BE(at);
      at += 4 + length;
      return run.stdout.toString("utf8", at - length, at);
    };
    return jobs.map(({ documents }) => {
      const refused = said();
      return refused === "" ? documents.map(() => said() || null) : refused;
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function number(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeInt32BE(value);
  return buffer;
}

function text(value: string): Buffer[] {
  const bytes = Buffer.from(value);
  return [number(bytes.length), bytes];
}

/** Numbers are four bytes, texts have their length before them. */
const PROGRAM = `import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.MissingResourceException;
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
 * how many documents, and the documents, every text with its length before. Output: for each job what is wrong with the
 * schema; if nothing, what is wrong with each document. An empty text says nothing is.
 */
public class Validators {
  public static void main(String[] arguments) throws Exception {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
    int jobs = in.readInt();
    for (int job = 0; job < jobs; job++) {
      Schema schema = null;
      try {
        schema = schema(new File(new String(text(in), "UTF-8")));
        say(out, "");
      } catch (SAXException error) {
        say(out, "refused: " + error.getMessage());
      }
      int documents = in.readInt();
      for (int i = 0; i < documents; i++) {
        byte[] document = text(in);
        if (schema != null) say(out, faultOf(schema, document));
      }
    }
    out.flush();
  }

  private static byte[] text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  private static void say(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes("UTF-8");
    out.writeInt(bytes.length);
    out.write(bytes);
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

  private static Schema schema(File file) throws SAXException {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
    factory.setErrorHandler(STRICT);
    return factory.newSchema(file);
  }

  private static String faultOf(Schema schema, byte[] document) throws IOException {
    Validator validator = schema.newValidator();
    validator.setErrorHandler(STRICT);
    try {
      validator.validate(new StreamSource(new ByteArrayInputStream(document)));
      return "";
    } catch (SAXException error) {
      return "invalid: " + error.getMessage();
    } catch (MissingResourceException error) {
      // An error that the JDK has no words for.
      return "invalid: " + error.getKey();
    }
  }
}
`;
