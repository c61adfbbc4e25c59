/*
 * gSOAP as a client and as a server: a foreign SOAP stack on C++ that builds, signs and checks by itself, from what wsdl2h
 * and soapcpp2 made of the WSDL. Compiled once a WSDL: SERVICE is Exchange or Push, operations.h lists its operations.
 *
 * Speaks the conversation of word-lines.ts: lines of base64 words. First line: mode (client|server), shape (string|typed), SOAP version, key,
 * address. Answered by "ready" and, for a server, its address.
 * Client: operation, body's XML, then name and value of each head field; answered by "answered", return code and the XML of
 * the answer's body as gSOAP writes the objects it read, or by "failed" and why.
 * Server: says "asked", operation, message id and the XML of the request's body, and hears "answer" with the body's XML and
 * the head's fields, or "fault" and its text.
 *
 * Signature: profile P1. The typed shape is written canonically by gSOAP; what comes is canonicalised by libxml2 from the
 * bytes that came, before gSOAP's objects are believed.
 */
#include <algorithm>
#include <functional>
#include <iostream>
#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <map>
#include <openssl/hmac.h>
#include <openssl/evp.h>
#include <sstream>
#include <stdexcept>
#include <vector>

#define GLUE2(a, b, c) a##b##c
#define GLUE(a, b, c) GLUE2(a, b, c)
#define TEXT2(a) #a
#define TEXT(a) TEXT2(a)
#define STRING_PROXY GLUE(SERVICE, StringBinding, Proxy)
#define TYPED_PROXY GLUE(SERVICE, TypedBinding, Proxy)
#define STRING_SERVICE GLUE(SERVICE, StringBinding, Service)
#define TYPED_SERVICE GLUE(SERVICE, TypedBinding, Service)
#define STRING_INIT GLUE(SERVICE, StringBinding, Service_init)
#define TYPED_INIT GLUE(SERVICE, TypedBinding, Service_init)
#include "generated.h"
#include "operations.h"

using Words = std::vector<std::string>;
using Fields = std::map<std::string, std::string>;

static std::string base64(const std::string &text) {
    std::string out(4 * ((text.size() + 2) / 3), '\0');
    EVP_EncodeBlock(reinterpret_cast<unsigned char *>(&out[0]), reinterpret_cast<const unsigned char *>(text.data()), static_cast<int>(text.size()));
    return out;
}

static std::string from_base64(const std::string &text) {
    std::string out(text.size() / 4 * 3 + 1, '\0');
    int length = EVP_DecodeBlock(reinterpret_cast<unsigned char *>(&out[0]), reinterpret_cast<const unsigned char *>(text.data()), static_cast<int>(text.size()));
    if (length < 0) throw std::runtime_error("not base64");
    out.resize(static_cast<size_t>(length) - static_cast<size_t>(std::count(text.begin(), text.end(), '=')));
    return out;
}

static void say(const Words &words) {
    for (size_t i = 0; i < words.size(); i++) std::cout << (i == 0 ? "" : " ") << (words[i].empty() ? "-" : base64(words[i]));
    std::cout << std::endl;
}

static bool hear(Words &words) {
    std::string line, word;
    words.clear();
    if (!std::getline(std::cin, line)) return false;
    for (std::istringstream in(line); in >> word;) words.push_back(word == "-" ? "" : from_base64(word));
    return true;
}

/* Profile P1: sorted name=value, empty ones left out, the body in its place by name, the key at the end. */
static std::string signature(const std::string &key, Fields fields, const std::string &body) {
    fields.erase("sign");
    fields["body"] = body;
    std::string text;
    for (const auto &[name, value] : fields)
        if (!value.empty()) text += name + "=" + value + "&";
    text += "key=" + key;
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char *>(text.data()), text.size(), digest, &length);
    static const char *digits = "0123456789ABCDEF";
    std::string hex;
    for (unsigned int i = 0; i < length; i++) (hex += digits[digest[i] >> 4]) += digits[digest[i] & 15];
    return hex;
}

/* What libxml2 sees in a message: the fields of its Head and the canonical form of its Body, both in no namespace. */
struct Seen {
    Fields fields;
    std::string body;
};

static xmlNodePtr find(xmlNodePtr node, const char *name) {
    for (; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        if (!node->ns && !xmlStrcmp(node->name, BAD_CAST name)) return node;
        if (xmlNodePtr found = find(node->children, name)) return found;
    }
    return nullptr;
}

static int within(void *top, xmlNodePtr node, xmlNodePtr parent) {
    for (xmlNodePtr at = node->type == XML_NAMESPACE_DECL || node->type == XML_ATTRIBUTE_NODE ? parent : node; at; at = at->parent)
        if (at == top) return 1;
    return 0;
}

static Seen see(const std::string &xml) {
    xmlDocPtr document = xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "message.xml", nullptr, XML_PARSE_NONET);
    if (!document) throw std::runtime_error("not well-formed");
    Seen seen;
    xmlNodePtr head = find(document->children, "Head"), body = find(document->children, "Body");
    if (!head || !body) throw std::runtime_error("there is no Head or no Body");
    for (xmlNodePtr child = head->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE) continue;
        xmlChar *text = xmlNodeGetContent(child);
        seen.fields[reinterpret_cast<const char *>(child->name)] = reinterpret_cast<const char *>(text);
        xmlFree(text);
    }
    xmlBufferPtr buffer = xmlBufferCreate();
    xmlOutputBufferPtr out = xmlOutputBufferCreateBuffer(buffer, nullptr);
    if (xmlC14NExecute(document, within, body, XML_C14N_EXCLUSIVE_1_0, nullptr, 0, out) < 0) throw std::runtime_error("cannot canonicalise");
    xmlOutputBufferFlush(out);
    seen.body = reinterpret_cast<const char *>(xmlBufferContent(buffer));
    xmlOutputBufferClose(out);
    xmlBufferFree(buffer);
    xmlFreeDoc(document);
    return seen;
}

/* The Body as it stands in a text. */
static std::string cut_body(const std::string &xml) {
    size_t from = xml.find("<Body"), to = xml.rfind("</Body>");
    if (from != std::string::npos && to != std::string::npos) return xml.substr(from, to + 7 - from);
    if (from != std::string::npos && xml.find("/>", from) != std::string::npos) return xml.substr(from, xml.find("/>", from) + 2 - from);
    throw std::runtime_error("there is no Body");
}

static std::string escaped(const std::string &text) {
    std::string out;
    for (char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    return out;
}

static Fields fields_of(const Words &words, size_t from) {
    Fields fields;
    for (size_t i = from; i + 1 < words.size(); i += 2) fields[words[i]] = words[i + 1];
    return fields;
}

/* A head in the order it was given, which is the schema's. */
static std::string head_xml(const Words &words, size_t from, const std::string &sign) {
    std::string text = "<Head>";
    for (size_t i = from; i + 1 < words.size(); i += 2) text += "<" + words[i] + ">" + escaped(words[i + 1]) + "</" + words[i] + ">";
    return text + "<sign>" + sign + "</sign></Head>";
}

static const int MODES = SOAP_C_UTFSTRING | SOAP_XML_STRICT;
static const char *TYPED_NS = "urn:example:ccpit-coo:reference:v1:typed";

static std::string key, raw, soap_version;

/* The bytes of a message as they come from the socket, the head of HTTP included; ours are never chunked. */
static int forget(struct soap *) {
    raw.clear();
    return SOAP_OK;
}
static size_t (*socket_recv)(struct soap *, char *, size_t);
static size_t keep(struct soap *soap, char *into, size_t length) {
    size_t got = socket_recv(soap, into, length);
    raw.append(into, got);
    return got;
}
static void listen_to(struct soap *soap) {
    soap->fprepareinitrecv = forget;
    if (!socket_recv) socket_recv = soap->frecv;
    soap->frecv = keep;
    soap->recv_timeout = soap->send_timeout = soap->connect_timeout = 20;
    soap->transfer_timeout = 20;
}

/*
 * soapcpp2 writes SOAP 1.2 into its table of namespaces as soon as one port of a WSDL has it, and gSOAP goes by that table:
 * for SOAP 1.1 the two rows are turned round. A service's dispatch() sets its table anew after it read the envelope, and so
 * forgets the version of the request.
 */
static void speak(struct soap *soap) {
    static std::vector<Namespace> table;
    if (soap_version == "1.2") return;
    if (table.empty()) {
        const struct Namespace *row = soap->namespaces;
        for (; row->id; row++) table.push_back(*row);
        table.push_back(*row);
        table[0].ns = "http://schemas.xmlsoap.org/soap/envelope/";
        table[0].in = "http://www.w3.org/*/soap-envelope";
        table[1].ns = "http://schemas.xmlsoap.org/soap/encoding/";
        table[1].in = "http://www.w3.org/*/soap-encoding";
    }
    soap_set_namespaces(soap, table.data());
}

static std::string raw_body() {
    size_t end = raw.find("\r\n\r\n");
    if (end == std::string::npos) throw std::runtime_error("there is no end of the head of HTTP");
    return raw.substr(end + 4);
}

static std::string problem(struct soap *soap) {
    std::ostringstream out;
    soap_stream_fault(soap, out);
    return out.str();
}

/* Objects between text and the stack: a context of its own, so that nothing that is being sent is touched. */
static TYPED_PROXY &scratch() {
    static TYPED_PROXY proxy(MODES, MODES | SOAP_XML_CANONICAL);
    return proxy;
}

template <class Wrapper> static void read_wrapper(Wrapper &into, int (*read)(struct soap *, Wrapper *), const std::string &name, const std::string &inside) {
    struct soap *soap = scratch().soap;
    std::istringstream in("<w:" + name + " xmlns:w=\"" + TYPED_NS + "\">" + inside + "</w:" + name + ">");
    soap->is = &in;
    int error = read(soap, &into);
    soap->is = nullptr;
    if (error) throw std::runtime_error(problem(soap));
}

template <class Wrapper> static std::string written_body(const Wrapper &from, int (*write)(struct soap *, const Wrapper *)) {
    struct soap *soap = scratch().soap;
    std::ostringstream out;
    soap->os = &out;
    int error = write(soap, &from);
    soap->os = nullptr;
    if (error) throw std::runtime_error(problem(soap));
    return cut_body(out.str());
}

static void check_answer(const Seen &seen, const std::string &body, const Fields &asked) {
    auto field = [&](const char *name) { return seen.fields.count(name) ? seen.fields.at(name) : std::string(); };
    if (field("sign") != signature(key, seen.fields, body)) throw std::runtime_error("the answer's signature is wrong");
    for (const char *name : {"providerCode", "messageId"})
        if (field(name) != asked.at(name)) throw std::runtime_error(std::string("the answer belongs to another message: ") + name + " differs");
}

template <class Request, class Response, class Proxy, class Call>
static Words call_string(Proxy &proxy, const Words &words, const Call &call) {
    Request request;
    Response response;
    Fields fields = fields_of(words, 2);
    request.requestXml = "<Request>" + head_xml(words, 2, signature(key, fields, words[1])) + words[1] + "</Request>";
    if (call(&request, response)) throw std::runtime_error(problem(proxy.soap));
    Seen seen = see(response.responseXml);
    std::string body = cut_body(response.responseXml);
    check_answer(seen, body, fields);
    return {"answered", seen.fields["returnCode"], body};
}

template <class Request, class Response, class Proxy, class Call>
static Words call_typed(Proxy &proxy, const Words &words, const Call &call, int (*read)(struct soap *, Request *),
                        int (*write)(struct soap *, const Request *), int (*write_answer)(struct soap *, const Response *)) {
    Request request;
    Response response;
    read_wrapper(request, read, words[0], head_xml(words, 2, "-") + words[1]);
    Fields fields = fields_of(words, 2);
    request.Head->sign = signature(key, fields, written_body(request, write));
    if (call(&request, response)) throw std::runtime_error(problem(proxy.soap));
    Seen seen = see(raw_body());
    check_answer(seen, seen.body, fields);
    if (!response.Head || !response.Body) throw std::runtime_error("the answer has no Head or no Body");
    Words answer = {"answered", response.Head->returnCode, written_body(response, write_answer)};
    scratch().destroy();
    return answer;
}

/* Asks what to answer; false when it shall be a fault, whose text is then the only word. */
static bool ask(const std::string &operation, const Seen &seen, const std::string &body, Words &words) {
    say({"asked", operation, seen.fields.at("messageId"), body});
    if (!hear(words) || words.size() < 2) throw std::runtime_error("nothing was said");
    return words[0] == "answer";
}

static bool is_signed(const Seen &seen, const std::string &body) {
    return seen.fields.count("sign") && seen.fields.count("messageId") && seen.fields.at("sign") == signature(key, seen.fields, body);
}

template <class Service, class Request, class Response>
static int serve_string(Service &service, const std::string &operation, Request *request, Response &response) {
    Words words;
    std::string body = cut_body(request->requestXml);
    Seen seen = see(request->requestXml);
    if (!is_signed(seen, body)) return service.soap_senderfault("the request's signature is wrong", nullptr);
    if (!ask(operation, seen, body, words)) return service.soap_senderfault(soap_strdup(service.soap, words[1].c_str()), nullptr);
    response.responseXml = "<Response>" + head_xml(words, 2, signature(key, fields_of(words, 2), words[1])) + words[1] + "</Response>";
    return SOAP_OK;
}

template <class Service, class Request, class Response>
static int serve_typed(Service &service, const std::string &operation, Request *request, Response &response, int (*write)(struct soap *, const Request *),
                       int (*read)(struct soap *, Response *), int (*write_answer)(struct soap *, const Response *)) {
    Words words;
    Seen seen = see(raw_body());
    scratch().destroy();
    if (!is_signed(seen, seen.body)) return service.soap_senderfault("the request's signature is wrong", nullptr);
    if (!ask(operation, seen, written_body(*request, write), words)) return service.soap_senderfault(soap_strdup(service.soap, words[1].c_str()), nullptr);
    Response made;
    read_wrapper(made, read, operation + "Response", head_xml(words, 2, "-") + words[1]);
    made.Head->sign = signature(key, fields_of(words, 2), written_body(made, write_answer));
    response.Head = made.Head;
    response.Body = made.Body;
    return SOAP_OK;
}

/* An exception in an operation would end the program. */
template <class Service> static int guarded(Service &service, const std::function<int()> &work) {
    try {
        return work();
    } catch (const std::exception &error) {
        return service.soap_receiverfault(soap_strdup(service.soap, error.what()), nullptr);
    }
}

class StringServer : public STRING_SERVICE {
  public:
    StringServer() : STRING_SERVICE(MODES, MODES) {}
#define OPERATION(name)                                                                            \
    int name(_str__##name *request, _str__##name##Response &response) override {                   \
        return guarded(*this, [&] { return serve_string(*this, #name, request, response); });      \
    }
    OPERATIONS
#undef OPERATION
    STRING_SERVICE *copy() override { return nullptr; }
    void STRING_INIT(soap_mode imode, soap_mode omode) override {
        STRING_SERVICE::STRING_INIT(imode, omode);
        speak(soap);
    }
};

class TypedServer : public TYPED_SERVICE {
  public:
    TypedServer() : TYPED_SERVICE(MODES, MODES | SOAP_XML_CANONICAL) {}
#define OPERATION(name)                                                                            \
    int name(_typ__##name *request, _typ__##name##Response &response) override {                   \
        return guarded(*this, [&] {                                                                \
            return serve_typed(*this, #name, request, response, soap_write__typ__##name,           \
                               soap_read__typ__##name##Response, soap_write__typ__##name##Response);\
        });                                                                                        \
    }
    OPERATIONS
#undef OPERATION
    TYPED_SERVICE *copy() override { return nullptr; }
    void TYPED_INIT(soap_mode imode, soap_mode omode) override {
        TYPED_SERVICE::TYPED_INIT(imode, omode);
        speak(soap);
    }
};

template <class Server> static int serve() {
    Server server;
    listen_to(server.soap);
    speak(server.soap);
    server.soap->bind_flags = SO_REUSEADDR;
    if (!soap_valid_socket(server.bind("127.0.0.1", 0, 16))) throw std::runtime_error(problem(server.soap));
    struct sockaddr_in address;
    socklen_t length = sizeof address;
    getsockname(server.soap->master, reinterpret_cast<struct sockaddr *>(&address), &length);
    say({"ready", "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/"});
    while (soap_valid_socket(server.accept())) {
        server.serve();
        server.destroy();
    }
    return 1;
}

static int call(const std::string &shape, const std::string &address) {
    STRING_PROXY strings(MODES, MODES);
    TYPED_PROXY typed(MODES, MODES | SOAP_XML_CANONICAL);
    strings.soap_endpoint = typed.soap_endpoint = address.c_str();
    for (struct soap *soap : {strings.soap, typed.soap}) {
        listen_to(soap);
        speak(soap);
    }
    std::map<std::string, std::function<Words(const Words &)>> calls;
#define OPERATION(name)                                                                                    \
    calls[#name] = [&](const Words &words) {                                                               \
        if (shape == "string")                                                                             \
            return call_string<_str__##name, _str__##name##Response>(                                      \
                strings, words, [&](auto *request, auto &response) { return strings.name(request, response); }); \
        return call_typed<_typ__##name, _typ__##name##Response>(                                           \
            typed, words, [&](auto *request, auto &response) { return typed.name(request, response); },    \
            soap_read__typ__##name, soap_write__typ__##name, soap_write__typ__##name##Response);           \
    };
    OPERATIONS
#undef OPERATION
    say({"ready"});
    for (Words words; hear(words);) {
        try {
            say(calls.at(words.at(0))(words));
        } catch (const std::exception &error) {
            say({"failed", std::string(error.what()).substr(0, 500)});
        }
        strings.destroy();
        typed.destroy();
    }
    return 0;
}

int main() {
    try {
        Words job;
        if (!hear(job) || job.size() < 5) return 2;
        soap_version = job[2];
        key = job[3];
        if (job[0] == "client") return call(job[1], job[4]);
        return job[1] == "string" ? serve<StringServer>() : serve<TypedServer>();
    } catch (const std::exception &error) {
        std::cerr << error.what() << std::endl;
        return 1;
    }
}
