"""Loads both WSDLs in zeep, warnings and log messages of level WARNING being failures, and sends the complete samples
through its typed ports: what zeep reads and writes again must hold the same texts.

Run with Debian's interpreter: /usr/bin/python3 schemas/test/zeep_load.py. Prints "N passed, N failed".
"""

import json
import logging
import pathlib
import sys
import warnings

from lxml import etree
import zeep

SCHEMAS = pathlib.Path(__file__).resolve().parent.parent
EDITION = SCHEMAS / "2018-07"
MANIFEST = json.loads((EDITION / "manifest.json").read_text("utf-8"))

passed = 0
failed = 0


class Raise(logging.Handler):
    """Turns a log message into an error."""

    def emit(self, record):
        raise RuntimeError(f"{record.name}: {record.getMessage()}")


def check(what, run):
    global passed, failed
    try:
        problem = run()
    except Exception as error:  # every failure is reported, none ends the run
        problem = f"{type(error).__name__}: {error}"
    if problem:
        failed += 1
        print(f"FAILED {what}: {problem}")
    else:
        passed += 1


def texts(element):
    """Local names and texts of all leaves, in order; an empty text counts as none."""
    found = []
    for node in element.iter():
        if len(node) == 0:
            found.append((etree.QName(node).localname, node.text or ""))
    return found


def load(name):
    client = zeep.Client(str(EDITION / name))
    service = {"exchange.wsdl": "Exchange", "push.wsdl": "Push"}[name]
    expected = [op for op in MANIFEST["operations"] if op.startswith("push") == (service == "Push")]
    ports = client.wsdl.services[f"{service}Service"].ports

    def same_ports():
        wanted = [f"{service}{shape}{version}" for shape in ("String", "Typed") for version in ("", "12")]
        return None if sorted(ports) == sorted(wanted) else f"ports {sorted(ports)}"

    check(f"{name} ports", same_ports)
    for port_name, port in ports.items():
        operations = port.binding._operations
        check(
            f"{port_name} operations",
            lambda: None if sorted(operations) == sorted(expected) else f"operations {sorted(operations)}",
        )
        for operation in expected:
            for kind in ("input", "output"):
                check(f"{port_name}.{operation} {kind}", lambda: roundtrip(client, port, operation, kind))


def roundtrip(client, port, operation, kind):
    """Builds a message from the complete sample; the texts in the envelope must be those of the sample."""
    message = operation[0].upper() + operation[1:] + {"input": "Request", "output": "Response"}[kind]
    sample = (EDITION / "samples" / message / "02-complete.xml").read_bytes()
    part = getattr(port.binding.get(operation), kind)
    if "String" in port.name:
        name = {"input": "requestXml", "output": "responseXml"}[kind]
        envelope = part.serialize(**{name: sample.decode("utf-8")}).content
        carried = envelope.find(f".//{name}").text
        return None if carried == sample.decode("utf-8") else "the string changed"
    root = etree.fromstring(sample, etree.XMLParser(remove_blank_text=True))
    values = {}
    for child in part.body.type.elements:
        _, element = child
        value = element.type.parse_xmlelement(root.find(element.name), client.wsdl.types)
        # zeep reads an empty element of a type without elements as None, and writes it from an empty object
        values[element.name] = element.type() if value is None else value
    envelope = part.serialize(**values).content
    wrapper = envelope.find("{*}Body")[0]
    for element in ("Head", "Body"):
        before, after = texts(root.find(element)), texts(wrapper.find(element))
        if before != after:
            return f"{element}: {[pair for pair in zip(before, after) if pair[0] != pair[1]][:3]}"
    return None


def main():
    warnings.simplefilter("error")
    handler = Raise(level=logging.WARNING)
    logging.getLogger("zeep").addHandler(handler)
    for name in MANIFEST["files"]:
        try:
            load(name)
        except Exception as error:  # a WSDL that does not load at all
            check(name, lambda: f"{type(error).__name__}: {error}")
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
