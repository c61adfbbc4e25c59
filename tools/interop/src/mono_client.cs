// Mono's proxies as a client; see mono_peer.cs.

using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Web.Services.Protocols;

public static class Peer
{
    public static bool Typed;
    public static string Key;

    static Dictionary<string, string> asked;

    public static void Verify(IDictionary<string, string> fields, string body)
    {
        if (!Payload.IsSigned(Key, fields, body)) throw new InvalidDataException("the answer's signature is wrong");
        foreach (string name in new[] { "providerCode", "messageId" })
            if (fields[name] != asked[name]) throw new InvalidDataException("the answer belongs to another " + name);
    }

    static string[] CallString(SoapHttpClientProtocol proxy, string[] words)
    {
        string request = "<Request>" + Payload.HeadXml(asked, Payload.Signature(Key, asked, words[1])) + words[1] + "</Request>";
        string answer = (string)proxy.GetType().GetMethod(words[0]).Invoke(proxy, new object[] { request });
        Dictionary<string, string> head = Payload.Fields(Payload.Named(Payload.Parsed(answer), "Head"));
        Verify(head, Payload.CutBody(answer));
        return new[] { "answered", head["returnCode"], Payload.CutBody(answer) };
    }

    // ResponseHead operation(RequestHead Head, …Request Body, out …Response Body1)
    static string[] CallTyped(SoapHttpClientProtocol proxy, string[] words)
    {
        MethodInfo method = proxy.GetType().GetMethod(words[0]);
        ParameterInfo[] parameters = method.GetParameters();
        object[] arguments = {
            Payload.Read(parameters[0].ParameterType, "Head", Payload.HeadXml(asked, "-")),
            Payload.Read(parameters[1].ParameterType, "Body", words[1]),
            null,
        };
        object head = method.Invoke(proxy, arguments);
        string code = (string)head.GetType().GetProperty("returnCode").GetValue(head, null);
        return new[] { "answered", code, Payload.CutBody(Payload.Written(arguments[2], "Body")) };
    }

    static string Reason(Exception error)
    {
        while (error is TargetInvocationException && error.InnerException != null) error = error.InnerException;
        string text = error.GetType().Name + ": " + error.Message + (error.InnerException == null ? "" : " " + error.InnerException.Message);
        return text.Substring(0, Math.Min(text.Length, 500));
    }

    public static void Main()
    {
        string[] job = Words.Hear();
        Typed = job[1] == "typed";
        Key = job[3];
        SoapHttpClientProtocol proxy = Typed ? Operations.Typed() : Operations.String();
        proxy.Url = job[4];
        proxy.Timeout = 20000;
        proxy.SoapVersion = job[2] == "1.2" ? SoapProtocolVersion.Soap12 : SoapProtocolVersion.Soap11;
        Words.Say("ready");
        for (string[] words = Words.Hear(); words != null; words = Words.Hear())
        {
            try
            {
                asked = Payload.FieldsOf(words);
                Words.Say(Typed ? CallTyped(proxy, words) : CallString(proxy, words));
            }
            catch (Exception error)
            {
                Words.Say("failed", Reason(error));
            }
        }
    }
}
