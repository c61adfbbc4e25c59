import { END, EOF, START, TEXT, XmlReader } from "@coo/xml";
import { attributeText, type Dump, Dumper } from "./dump.ts";

/** As `@coo/xml` reads it. @throws XmlError. */
export function readByUs(input: string | Uint8Array): Dump {
  const reader = new XmlReader(input);
  const dumper = new Dumper();
  for (;;) {
    switch (reader.next()) {
      case START: {
        const attributes: string[] = [];
        for (let i = 0; i < reader.attributeCount; i++)
          attributes.push(attributeText(reader.attributeNs(i), reader.attributeLocal(i), reader.attributeValue(i)));
        dumper.start(reader.ns, reader.local, attributes);
        break;
      }
      case END:
        dumper.end(reader.ns, reader.local);
        break;
      case TEXT:
        dumper.text(reader.text);
        break;
      case EOF:
        return dumper.out;
    }
  }
}
