import com.sun.net.httpserver.HttpServer;
import com.sun.org.apache.xml.internal.security.c14n.Canonicalizer;
import com.sun.xml.ws.developer.SchemaValidationFeature;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.bind.JAXBContext;
import javax.xml.bind.Marshaller;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.soap.SOAPConstants;
import javax.xml.soap.SOAPFactory;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.ws.BindingProvider;
import javax.xml.ws.Endpoint;
import javax.xml.ws.Service;
import javax.xml.ws.handler.Handler;
import javax.xml.ws.handler.LogicalHandler;
import javax.xml.ws.handler.LogicalMessageContext;
import javax.xml.ws.handler.MessageContext;
import javax.xml.ws.soap.SOAPFaultException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * JAX-WS RI as a client and as a server, with schema validation on in both: a foreign SOAP stack on Java that builds, signs
 * and checks by itself, with the classes that wsimport made of the WSDL.
 *
 * Arguments: service (Exchange or Push) and the path of its WSDL. Speaks the conversation of word-lines.ts, as gsoap_peer.cpp
 * does. Signature: profile P1; in the typed shape a handler puts it in and checks it over the exclusive canonical form.
 */
public final class JaxWsPeer {
    private static final String NS = "urn:example:ccpit-coo:reference:v1";
    private static final String CODE = "example.ccpit_coo.reference.v1.";

    private static String key;
    private static boolean soap12;

    private static BufferedReader in;
    private static PrintStream out;

    private static void say(String... words) {
        List<String> encoded = new ArrayList<>();
        for (String word : words) {
            encoded.add(word.isEmpty() ? "-" : Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8)));
        }
        out.println(String.join(" ", encoded));
        out.flush();
    }

    private static List<String> hear() throws Exception {
        String line = in.readLine();
        if (line == null) return null;
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ")) {
            words.add(word.equals("-") ? "" : new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8));
        }
        return words;
    }

    /** Profile P1: sorted name=value, empty ones left out, the body in its place by name, the key at the end. */
    private static String signature(Map<String, String> fields, String body) throws Exception {
        TreeMap<String, String> sorted = new TreeMap<>(fields);
        sorted.remove("sign");
        sorted.put("body", body);
        StringBuilder text = new StringBuilder();
        sorted.forEach((name, value) -> {
            if (!value.isEmpty()) text.append(name).append('=').append(value).append('&');
        });
        text.append("key=").append(key);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        StringBuilder hex = new StringBuilder();
        for (byte b : mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8))) hex.append(String.format("%02X", b));
        return hex.toString();
    }

    private static void check(Map<String, String> fields, String body, String whose) throws Exception {
        if (!signature(fields, body).equals(fields.get("sign"))) throw new SecurityException("the " + whose + "'s signature is wrong");
    }

    private static void checkAnswer(Map<String, String> fields, String body, Map<String, String> asked) throws Exception {
        check(fields, body, "answer");
        for (String name : new String[] {"providerCode", "messageId"}) {
            if (!asked.get(name).equals(fields.get(name))) throw new SecurityException("the answer belongs to another " + name);
        }
    }

    private static Document parsed(InputSource source) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(source);
    }

    /** First element of that name, in no namespace. */
    private static Element named(Document document, String name) {
        Node found = document.getElementsByTagNameNS("*", name).item(0);
        for (int i = 0; found != null && found.getNamespaceURI() != null; i++) {
            found = document.getElementsByTagNameNS("*", name).item(i);
        }
        return (Element) found;
    }

    private static Map<String, String> fieldsOf(Element head) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Node child = head.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) fields.put(child.getLocalName(), child.getTextContent());
        }
        return fields;
    }

    private static String canonical(Element element) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS).canonicalizeSubtree(element, bytes);
        return bytes.toString("UTF-8");
    }

    /** The Body as it stands in a text. */
    private static String cutBody(String xml) {
        int from = xml.indexOf("<Body");
        int to = xml.lastIndexOf("</Body>");
        if (from < 0) throw new IllegalArgumentException("there is no Body");
        return to < 0 ? xml.substring(from, xml.indexOf("/>", from) + 2) : xml.substring(from, to + "</Body>".length());
    }

    private static Map<String, String> fieldsOf(List<String> words) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 2; i + 1 < words.size(); i += 2) fields.put(words.get(i), words.get(i + 1));
        return fields;
    }

    private static String headXml(Map<String, String> fields, String sign) {
        StringBuilder text = new StringBuilder("<Head>");
        fields.forEach((name, value) -> text.append('<').append(name).append('>')
            .append(value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
            .append("</").append(name).append('>'));
        return text + "<sign>" + sign + "</sign></Head>";
    }

    /**
     * Signs what goes, checks what comes. The typed shape only: in the other one the payload carries its own signature.
     * A logical handler, as the validator that comes after it cannot walk the tree of SAAJ on newer JDKs.
     */
    private static final class Signing implements LogicalHandler<LogicalMessageContext> {
        private final boolean server;
        private Map<String, String> asked;

        Signing(boolean server) {
            this.server = server;
        }

        @Override
        public boolean handleMessage(LogicalMessageContext context) {
            try {
                DOMResult result = new DOMResult();
                TransformerFactory.newInstance().newTransformer().transform(context.getMessage().getPayload(), result);
                Document document = (Document) result.getNode();
                Map<String, String> fields = fieldsOf(named(document, "Head"));
                String body = canonical(named(document, "Body"));
                if ((Boolean) context.get(MessageContext.MESSAGE_OUTBOUND_PROPERTY)) {
                    asked = fields;
                    named(document, "sign").setTextContent(signature(fields, body));
                    context.getMessage().setPayload(new DOMSource(document));
                } else if (server) {
                    check(fields, body, "request");
                } else {
                    checkAnswer(fields, body, asked);
                }
                return true;
            } catch (SecurityException error) {
                throw fault(error.getMessage());
            } catch (Exception error) {
                throw new IllegalStateException(error);
            }
        }

        @Override
        public boolean handleFault(LogicalMessageContext context) {
            return true;
        }

        @Override
        public void close(MessageContext context) {}
    }

    private static SOAPFaultException fault(String text) {
        try {
            String protocol = soap12 ? SOAPConstants.SOAP_1_2_PROTOCOL : SOAPConstants.SOAP_1_1_PROTOCOL;
            QName code = soap12 ? SOAPConstants.SOAP_SENDER_FAULT : new QName(SOAPConstants.URI_NS_SOAP_1_1_ENVELOPE, "Client");
            return new SOAPFaultException(SOAPFactory.newInstance(protocol).createFault(text, code));
        } catch (Exception error) {
            throw new IllegalStateException(error);
        }
    }

    private static final Map<Class<?>, JAXBContext> CONTEXTS = new LinkedHashMap<>();

    private static JAXBContext contextOf(Class<?> type) throws Exception {
        if (!CONTEXTS.containsKey(type)) CONTEXTS.put(type, JAXBContext.newInstance(type));
        return CONTEXTS.get(type);
    }

    private static <T> T objectOf(Class<T> type, String element, String inside) throws Exception {
        String xml = "<w:" + element + " xmlns:w=\"" + NS + ":typed\">" + inside + "</w:" + element + ">";
        return type.cast(contextOf(type).createUnmarshaller().unmarshal(new StreamSource(new StringReader(xml))));
    }

    private static String bodyOf(Object wrapper) throws Exception {
        Marshaller marshaller = contextOf(wrapper.getClass()).createMarshaller();
        StringWriter text = new StringWriter();
        marshaller.marshal(wrapper, text);
        return cutBody(text.toString());
    }

    private static Object get(Object from, String getter) throws Exception {
        return from.getClass().getMethod(getter).invoke(from);
    }

    // As a client.

    private static void call(String service, String wsdl, boolean typed, String address) throws Exception {
        String shape = typed ? "Typed" : "String";
        Class<?> type = Class.forName(CODE + service + shape + "PortType");
        Service made = Service.create(new URL("file:" + wsdl), new QName(NS, service + "Service"));
        QName name = new QName(NS, service + shape + (soap12 ? "12" : ""));
        Object port = made.getPort(name, type, new SchemaValidationFeature());
        Map<String, Object> context = ((BindingProvider) port).getRequestContext();
        context.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, address);
        context.put("com.sun.xml.ws.connect.timeout", 20000);
        context.put("com.sun.xml.ws.request.timeout", 20000);
        if (typed) ((BindingProvider) port).getBinding().setHandlerChain(List.<Handler>of(new Signing(false)));
        say("ready");
        for (List<String> words = hear(); words != null; words = hear()) {
            try {
                Method method = methodOf(type, words.get(0));
                say(typed ? callTyped(port, method, words) : callString(port, method, words));
            } catch (Throwable error) {
                say("failed", reason(error));
            }
        }
    }

    private static Method methodOf(Class<?> type, String name) {
        return Arrays.stream(type.getMethods()).filter(method -> method.getName().equals(name)).findFirst().orElseThrow();
    }

    private static String reason(Throwable error) {
        while (error.getCause() != null && (error instanceof InvocationTargetException || error instanceof IllegalStateException)) {
            error = error.getCause();
        }
        String text = error.getClass().getSimpleName() + ": " + error.getMessage();
        return text.substring(0, Math.min(text.length(), 500));
    }

    private static String[] callTyped(Object port, Method method, List<String> words) throws Exception {
        Object request = objectOf(method.getParameterTypes()[0], words.get(0), headXml(fieldsOf(words), "-") + words.get(1));
        Object answer = method.invoke(port, request);
        return new String[] {"answered", (String) get(get(answer, "getHead"), "getReturnCode"), bodyOf(answer)};
    }

    private static String[] callString(Object port, Method method, List<String> words) throws Exception {
        Map<String, String> fields = fieldsOf(words);
        Object request = method.getParameterTypes()[0].getConstructor().newInstance();
        String sign = signature(fields, words.get(1));
        request.getClass().getMethod("setRequestXml", String.class)
            .invoke(request, "<Request>" + headXml(fields, sign) + words.get(1) + "</Request>");
        String text = (String) get(method.invoke(port, request), "getResponseXml");
        Map<String, String> head = fieldsOf(named(parsed(new InputSource(new StringReader(text))), "Head"));
        checkAnswer(head, cutBody(text), fields);
        return new String[] {"answered", head.get("returnCode"), cutBody(text)};
    }

    // As a server: the generated implementations of the ports call these two.

    static <T> T typed(String operation, Object request, Class<T> type) {
        try {
            List<String> words = ask(operation, (String) get(get(request, "getHead"), "getMessageId"), bodyOf(request));
            return objectOf(type, operation + "Response", headXml(fieldsOf(words), "-") + words.get(1));
        } catch (SOAPFaultException error) {
            throw error;
        } catch (Exception error) {
            throw new IllegalStateException(error);
        }
    }

    static String string(String operation, String text) {
        try {
            Map<String, String> fields = fieldsOf(named(parsed(new InputSource(new StringReader(text))), "Head"));
            check(fields, cutBody(text), "request");
            List<String> words = ask(operation, fields.get("messageId"), cutBody(text));
            Map<String, String> head = fieldsOf(words);
            return "<Response>" + headXml(head, signature(head, words.get(1))) + words.get(1) + "</Response>";
        } catch (SecurityException error) {
            throw fault(error.getMessage());
        } catch (SOAPFaultException error) {
            throw error;
        } catch (Exception error) {
            throw new IllegalStateException(error);
        }
    }

    private static synchronized List<String> ask(String operation, String messageId, String body) throws Exception {
        say("asked", operation, messageId, body);
        List<String> words = hear();
        if (words == null) throw new IllegalStateException("nothing was said");
        if (!words.get(0).equals("answer")) throw fault(words.get(1));
        return words;
    }

    private static void serve(String service, String wsdl, boolean typed) throws Exception {
        String name = service + (typed ? "Typed" : "String") + (soap12 ? "12" : "");
        Object implementation = Class.forName(name).getConstructor().newInstance();
        Endpoint endpoint = Endpoint.create(implementation, new SchemaValidationFeature());
        List<Source> schemas = new ArrayList<>();
        for (File file : new File(wsdl).getParentFile().listFiles((folder, each) -> each.endsWith(".xsd"))) {
            schemas.add(new StreamSource(file));
        }
        endpoint.setMetadata(schemas);
        if (typed) endpoint.getBinding().setHandlerChain(List.<Handler>of(new Signing(true)));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        endpoint.publish(server.createContext("/service"));
        server.start();
        say("ready", "http://127.0.0.1:" + server.getAddress().getPort() + "/service");
        Thread.currentThread().join();
    }

    public static void main(String[] args) throws Exception {
        out = new PrintStream(System.out, true, "UTF-8");
        // The stack's own words must not get into the conversation.
        System.setOut(System.err);
        in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        com.sun.org.apache.xml.internal.security.Init.init();
        List<String> job = hear();
        boolean typed = job.get(1).equals("typed");
        soap12 = job.get(2).equals("1.2");
        key = job.get(3);
        if (job.get(0).equals("client")) call(args[0], args[1], typed, job.get(4));
        else serve(args[0], args[1], typed);
    }
}
