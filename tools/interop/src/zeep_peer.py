"""zeep as a client: a foreign SOAP stack that builds, signs and checks by itself.

Reads one JSON object a line from standard input, writes one a line to standard output, ends at the end of the input.
First line: {"wsdl", "port", "address", "shape": "string"|"typed", "key"}, answered by {"ready": zeep's version}.
Every other: {"operation", "type", "head": {name: text}, "body": XML text}, answered by {"returnCode", "leaves"} with the
values of the answer's body as zeep handed them out, or by {"error"}.

Signature: profile P1, computed here with hashlib and lxml. In the string shape it goes into the text; in the typed shape a
plug-in's egress puts it into the tree that zeep built. Answers are verified the same way.
"""

import base64
import datetime
import decimal
import hashlib
import hmac
import json
import logging
import re
import sys
import warnings

import zeep
from lxml import etree
from zeep.transports import Transport
from zeep.xsd import CompoundValue


def signature(key, fields, body):
    pairs = {name: value for name, value in fields.items() if value and name != "sign"}
    pairs["body"] = body
    text = "&".join(f"{name}={pairs[name]}" for name in sorted(pairs)) + "&key=" + key
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest().upper()


def check_answer(key, fields, body, request):
    if not hmac.compare_digest(fields.get("sign", ""), signature(key, fields, body)):
        raise ValueError("the answer's signature is wrong")
    for name in ("providerCode", "messageId"):
        if fields.get(name) != request[name]:
            raise ValueError(f"the answer belongs to another message: {name} differs")
    return fields.get("returnCode")


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def fields_of(head):
    return {element.tag: element.text or "" for element in head}


def canonical(element):
    return etree.tostring(element, method="c14n", exclusive=True).decode()


NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"


def element_leaves(element, path=""):
    """Leaves below an element as `path=text`, nil as `path=(nil)`."""
    found = []
    for child in element:
        name = f"{path}/{child.tag}" if path else child.tag
        if child.get(NIL) in ("true", "1"):
            found.append(f"{name}=(nil)")
        elif len(child) == 0:
            found.append(f"{name}={child.text or ''}")
        else:
            found.extend(element_leaves(child, name))
    return found


def value_leaves(value, path=""):
    """The same from the objects that zeep makes; it has None for nil, for empty and for absent alike."""
    if value is None:
        return []
    if isinstance(value, CompoundValue):
        value = value.__values__
    if isinstance(value, dict):
        return [leaf for name, child in value.items() for leaf in value_leaves(child, f"{path}/{name}" if path else name)]
    if isinstance(value, list):
        if value and not any(isinstance(child, CompoundValue) for child in value):
            # A value of an xs:list type; only elements with children are repeated in the reference edition.
            return [f"{path}={' '.join(map(value_text, value))}"]
        return [leaf for child in value for leaf in value_leaves(child, path)]
    return [f"{path}={value_text(value)}"]


def value_text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, decimal.Decimal):
        return format(value, "f")
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, (datetime.date, datetime.datetime)):
        raise ValueError("a time is no text any more")
    return str(value)


def restore_empty(value, element):
    """zeep reads an empty text as None, which would be written as nothing or refused: gives it back to the object."""
    if not isinstance(value, CompoundValue):
        return
    for name in {child.tag for child in element}:
        children = element.findall(name)
        held = value[name]
        if isinstance(held, list) and any(len(child) for child in children):
            for item, child in zip(held, children):
                restore_empty(item, child)
        elif held is not None:
            restore_empty(held, children[0])
        elif len(children[0]) == 0 and children[0].get(NIL) not in ("true", "1"):
            value[name] = ""


class StringPeer:
    def __init__(self, job):
        self.key = job["key"]
        self.plugins = []

    def call(self, _client, service, call):
        head = call["head"]
        fields = dict(head, sign=signature(self.key, head, call["body"]))
        text = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields.items())
        answer = getattr(service, call["operation"])(requestXml=f"<Request><Head>{text}</Head>{call['body']}</Request>")
        root = etree.fromstring(answer)
        if root.tag != "Response":
            raise ValueError(f"root element {root.tag}")
        body = re.search(r"<Body\s*/>|<Body[\s>].*</Body>", answer, re.S).group(0)
        code = check_answer(self.key, fields_of(root.find("Head")), body, head)
        return code, element_leaves(root.find("Body"))


class TypedPeer(zeep.Plugin):
    def __init__(self, job):
        self.key = job["key"]
        self.plugins = [self]
        self.head = None
        self.code = None

    def egress(self, envelope, http_headers, operation, binding_options):
        head, body = envelope.find(".//Head"), envelope.find(".//Body")
        # What is signed is what is sent: the tree as it stands, canonical.
        head.find("sign").text = signature(self.key, fields_of(head), canonical(body))
        return envelope, http_headers

    def ingress(self, envelope, http_headers, operation):
        head, body = envelope.find(".//Head"), envelope.find(".//Body")
        if head is not None:
            self.code = check_answer(self.key, fields_of(head), canonical(body), self.head)
        return envelope, http_headers

    def call(self, client, service, call):
        self.head, self.code = call["head"], None
        element = etree.fromstring(call["body"])
        body = client.get_type(call["type"]).parse_xmlelement(element, schema=client.wsdl.types)
        restore_empty(body, element)
        # zeep reads an element without children as None, and writes it from an empty object.
        given = body if body is not None else {}
        answer = getattr(service, call["operation"])(Head=dict(call["head"], sign="-"), Body=given)
        if self.code is None:
            raise ValueError("there was no signed answer")
        return self.code, value_leaves(answer["Body"])


def open_service(job, peer):
    client = zeep.Client(
        job["wsdl"],
        transport=Transport(timeout=20, operation_timeout=20),
        settings=zeep.Settings(strict=True),
        plugins=peer.plugins,
    )
    ports = [port for service in client.wsdl.services.values() for port in service.ports.values()]
    binding = next(port.binding for port in ports if port.name == job["port"])
    return client, client.create_service(str(binding.name), job["address"])


class Refuse(logging.Handler):
    """Turns a warning in zeep's log into an error."""

    def emit(self, record):
        raise RuntimeError(f"{record.name}: {record.getMessage()}")


def say(message):
    print(json.dumps(message, ensure_ascii=False), flush=True)


def main():
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8")
    warnings.simplefilter("error")
    logging.getLogger("zeep").addHandler(Refuse(level=logging.WARNING))
    job = json.loads(sys.stdin.readline())
    peer = (TypedPeer if job["shape"] == "typed" else StringPeer)(job)
    client, service = open_service(job, peer)
    say({"ready": zeep.__version__})
    for line in sys.stdin:
        try:
            code, leaves = peer.call(client, service, json.loads(line))
            say({"returnCode": code, "leaves": leaves})
        except Exception as error:  # the matrix tells which call failed and why
            say({"error": f"{type(error).__name__}: {error}"[:500]})


main()
