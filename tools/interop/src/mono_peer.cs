// Mono's System.Web.Services as a client and as a server: a foreign SOAP stack on .NET that builds, signs and checks by itself,
// with the proxies or the abstract services that Mono's wsdl tool made of the WSDL. Compiled once a WSDL and side, with them;
// mono_client.cs and mono_server.cs are the two sides.
//
// Speaks the conversation of word-lines.ts, as gsoap_peer.cpp does. Signature: profile P1; in the typed shape a SOAP extension
// puts it into the message that the serializer wrote, and checks that of the answer before it is read.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Web.Services.Protocols;
using System.Xml;
using System.Xml.Serialization;

public static class Words
{
    static readonly TextWriter output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
    static readonly TextReader input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));

    public static void Say(params string[] words)
    {
        output.WriteLine(string.Join(" ", words.Select(word => word == "" ? "-" : Convert.ToBase64String(Encoding.UTF8.GetBytes(word)))));
    }

    public static string[] Hear()
    {
        string line = input.ReadLine();
        return line == null ? null : line.Split(' ').Select(word => word == "-" ? "" : Encoding.UTF8.GetString(Convert.FromBase64String(word))).ToArray();
    }
}

public static class Payload
{
    // Profile P1: sorted name=value, empty ones left out, the body in its place by name, the key at the end.
    public static string Signature(string key, IDictionary<string, string> fields, string body)
    {
        var pairs = new SortedDictionary<string, string>(fields, StringComparer.Ordinal);
        pairs.Remove("sign");
        pairs["body"] = body;
        string text = string.Join("&", pairs.Where(pair => pair.Value != "").Select(pair => pair.Key + "=" + pair.Value)) + "&key=" + key;
        using (var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(key)))
            return BitConverter.ToString(hmac.ComputeHash(Encoding.UTF8.GetBytes(text))).Replace("-", "");
    }

    public static bool IsSigned(string key, IDictionary<string, string> fields, string body)
    {
        return fields["sign"] == Signature(key, fields, body);
    }

    public static XmlDocument Parsed(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(xml);
        return document;
    }

    public static XmlElement Named(XmlDocument document, string name)
    {
        return (XmlElement)document.SelectSingleNode("//*[local-name()='" + name + "' and namespace-uri()='']");
    }

    public static Dictionary<string, string> Fields(XmlElement head)
    {
        return head.ChildNodes.OfType<XmlElement>().ToDictionary(child => child.LocalName, child => child.InnerText);
    }

    // A message's element as a document of its own, in exclusive canonical form.
    public static string Canonical(XmlElement element)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(element.OuterXml);
        var transform = new XmlDsigExcC14NTransform();
        transform.LoadInput(document);
        using (var reader = new StreamReader((Stream)transform.GetOutput(typeof(Stream)), Encoding.UTF8)) return reader.ReadToEnd();
    }

    // The Body as it stands in a text.
    public static string CutBody(string xml)
    {
        int from = xml.IndexOf("<Body", StringComparison.Ordinal), to = xml.LastIndexOf("</Body>", StringComparison.Ordinal);
        return to < 0 ? xml.Substring(from, xml.IndexOf("/>", from, StringComparison.Ordinal) + 2 - from) : xml.Substring(from, to + 7 - from);
    }

    public static Dictionary<string, string> FieldsOf(string[] words)
    {
        var fields = new Dictionary<string, string>();
        for (int i = 2; i + 1 < words.Length; i += 2) fields[words[i]] = words[i + 1];
        return fields;
    }

    public static string HeadXml(IDictionary<string, string> fields, string sign)
    {
        string text = string.Concat(fields.Select(field => "<" + field.Key + ">" + field.Value.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;") + "</" + field.Key + ">"));
        return "<Head>" + text + "<sign>" + sign + "</sign></Head>";
    }

    public static object Read(Type type, string root, string xml)
    {
        using (var reader = new StringReader(xml)) return new XmlSerializer(type, new XmlRootAttribute(root)).Deserialize(reader);
    }

    public static string Written(object value, string root)
    {
        var text = new StringWriter();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
            new XmlSerializer(value.GetType(), new XmlRootAttribute(root)).Serialize(writer, value);
        return text.ToString();
    }
}

// Between the serializer and the network; named in the program's configuration.
public class SigningExtension : SoapExtension
{
    Stream network, serializer;

    public override object GetInitializer(Type type) { return null; }
    public override object GetInitializer(LogicalMethodInfo method, SoapExtensionAttribute attribute) { return null; }
    public override void Initialize(object initializer) { }

    public override Stream ChainStream(Stream stream)
    {
        network = stream;
        return serializer = new MemoryStream();
    }

    public override void ProcessMessage(SoapMessage message)
    {
        if (message.Stage == SoapMessageStage.AfterSerialize)
        {
            byte[] bytes = ((MemoryStream)serializer).ToArray();
            // A fault stays unsigned.
            if (Peer.Typed && message.Exception == null)
            {
                XmlDocument document = Payload.Parsed(new UTF8Encoding(false).GetString(bytes).TrimStart('\uFEFF'));
                XmlElement head = Payload.Named(document, "Head");
                Payload.Named(document, "sign").InnerText = Payload.Signature(Peer.Key, Payload.Fields(head), Payload.Canonical(Payload.Named(document, "Body")));
                bytes = new UTF8Encoding(false).GetBytes(document.OuterXml);
            }
            network.Write(bytes, 0, bytes.Length);
        }
        else if (message.Stage == SoapMessageStage.BeforeDeserialize)
        {
            network.CopyTo(serializer);
            byte[] bytes = ((MemoryStream)serializer).ToArray();
            serializer.Position = 0;
            if (!Peer.Typed) return;
            XmlDocument document = Payload.Parsed(new UTF8Encoding(false).GetString(bytes).TrimStart('\uFEFF'));
            XmlElement head = Payload.Named(document, "Head");
            // A fault has none: the proxy throws it.
            if (head != null) Peer.Verify(Payload.Fields(head), Payload.Canonical(Payload.Named(document, "Body")));
        }
    }
}
