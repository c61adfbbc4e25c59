// Mono's ASP.NET services as a server, hosted in this process behind an HttpListener; see mono_peer.cs.

using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Web;
using System.Web.Hosting;
using System.Web.Services.Protocols;

public static class Peer
{
    public static bool Typed;
    public static string Key;

    static SoapException Fault(string text)
    {
        return new SoapException(text, SoapException.ClientFaultCode);
    }

    public static void Verify(IDictionary<string, string> fields, string body)
    {
        if (!Payload.IsSigned(Key, fields, body)) throw Fault("the request's signature is wrong");
    }

    static string[] Ask(string operation, string messageId, string body)
    {
        Words.Say("asked", operation, messageId, body);
        string[] words = Words.Hear();
        if (words[0] != "answer") throw Fault(words[1]);
        return words;
    }

    public static string AnswerString(string operation, string text)
    {
        Dictionary<string, string> asked = Payload.Fields(Payload.Named(Payload.Parsed(text), "Head"));
        Verify(asked, Payload.CutBody(text));
        string[] words = Ask(operation, asked["messageId"], Payload.CutBody(text));
        Dictionary<string, string> head = Payload.FieldsOf(words);
        return "<Response>" + Payload.HeadXml(head, Payload.Signature(Key, head, words[1])) + words[1] + "</Response>";
    }

    public static ResponseHead AnswerTyped<Answer>(string operation, RequestHead head, object body, out Answer answer)
    {
        string[] words = Ask(operation, head.messageId, Payload.CutBody(Payload.Written(body, "Body")));
        answer = (Answer)Payload.Read(typeof(Answer), "Body", words[1]);
        return (ResponseHead)Payload.Read(typeof(ResponseHead), "Head", Payload.HeadXml(Payload.FieldsOf(words), "-"));
    }
}

// A request of HttpListener as ASP.NET wants it.
public class Request : SimpleWorkerRequest
{
    readonly HttpListenerContext context;
    readonly byte[] body;
    readonly ManualResetEvent done = new ManualResetEvent(false);

    public Request(HttpListenerContext context, byte[] body) : base("service.asmx", "", TextWriter.Null)
    {
        this.context = context;
        this.body = body;
    }

    public void Wait() { done.WaitOne(); }

    public override string GetHttpVerbName() { return context.Request.HttpMethod; }
    public override byte[] GetPreloadedEntityBody() { return body; }
    public override bool IsEntireEntityBodyIsPreloaded() { return true; }
    public override string GetKnownRequestHeader(int index)
    {
        if (index == HeaderContentLength) return body.Length.ToString();
        return context.Request.Headers[GetKnownRequestHeaderName(index)];
    }
    public override string GetUnknownRequestHeader(string name) { return context.Request.Headers[name]; }
    public override string[][] GetUnknownRequestHeaders()
    {
        string action = context.Request.Headers["SOAPAction"];
        return action == null ? new string[0][] : new[] { new[] { "SOAPAction", action } };
    }
    public override void SendStatus(int code, string text) { context.Response.StatusCode = code; }
    public override void SendKnownResponseHeader(int index, string value)
    {
        if (index == HeaderContentType) context.Response.ContentType = value;
    }
    public override void SendUnknownResponseHeader(string name, string value) { }
    public override void SendResponseFromMemory(byte[] data, int length) { context.Response.OutputStream.Write(data, 0, length); }
    public override void EndOfRequest()
    {
        context.Response.Close();
        done.Set();
    }
}

public class Host : MarshalByRefObject
{
    public override object InitializeLifetimeService() { return null; }

    public void Run()
    {
        string[] job = Words.Hear();
        Peer.Typed = job[1] == "typed";
        Peer.Key = job[3];
        var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        string address = "http://127.0.0.1:" + ((IPEndPoint)probe.LocalEndpoint).Port + "/";
        probe.Stop();
        var listener = new HttpListener();
        listener.Prefixes.Add(address);
        listener.Start();
        new Thread(() => WarmUp(address)).Start();
        while (true)
        {
            HttpListenerContext context = listener.GetContext();
            var body = new MemoryStream();
            context.Request.InputStream.CopyTo(body);
            var request = new Request(context, body.ToArray());
            HttpRuntime.ProcessRequest(request);
            request.Wait();
        }
    }

    // ASP.NET compiles the service on the first request: that one asks for nothing, and gets a fault.
    static void WarmUp(string address)
    {
        using (var client = new WebClient())
        {
            client.Headers["Content-Type"] = "text/xml; charset=utf-8";
            client.Headers["SOAPAction"] = "\"\"";
            try
            {
                client.UploadString(address, "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><nothing/></s:Body></s:Envelope>");
            }
            catch (WebException)
            {
                // The fault.
            }
        }
        Words.Say("ready", address);
    }

    public static void Main()
    {
        string folder = AppDomain.CurrentDomain.BaseDirectory;
        ((Host)ApplicationHost.CreateApplicationHost(typeof(Host), "/", folder)).Run();
    }
}
