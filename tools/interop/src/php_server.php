<?php
/**
 * PHP's SoapServer: a foreign SOAP stack that reads, checks, answers and signs by itself. The HTTP server stands before it
 * and hands in the bytes of each request, as a web server does.
 *
 * Reads one JSON object a line from standard input, writes one a line to standard output, ends at the end of the input.
 * First line: {"wsdl", "port", "address", "shape", "soapVersion", "key", "folder"}, answered by {"ready"}.
 * Every other: {"request": base64}. In between {"operation", "messageId", "leaves"} asks for the answer, which comes as
 * {"head": {name: text}, "body": XML text, "values": the body as values} or as {"fault": text}. At the end {"answer": base64}.
 */

declare(strict_types=1);

require __DIR__ . '/php_soap.php';

class Service
{
    public function __construct(private readonly string $shape, private readonly string $key)
    {
    }

    public function __call(string $operation, array $arguments): array
    {
        return $this->shape === 'typed' ? $this->typed($operation, $arguments[0]) : $this->string($operation, $arguments[0]);
    }

    private function string(string $operation, object $wrapper): array
    {
        $document = parsed($wrapper->requestXml);
        $fields = fields_of(named($document, 'Head'));
        check_request($this->key, $fields, body_text($wrapper->requestXml));
        say(['operation' => $operation, 'messageId' => $fields['messageId'], 'leaves' => element_leaves(named($document, 'Body'))]);
        $answer = told();
        $head = (array) $answer->head;
        $head['sign'] = signature($this->key, $head, $answer->body);
        return ['responseXml' => payload_text('Response', $head, $answer->body)];
    }

    private function typed(string $operation, object $wrapper): array
    {
        say(['operation' => $operation, 'messageId' => $wrapper->Head->messageId, 'leaves' => value_leaves($wrapper->Body)]);
        $answer = told();
        return ['Head' => (array) $answer->head + ['sign' => '-'], 'Body' => $answer->values];
    }
}

/** What to answer; a fault is thrown as the extension wants it. */
function told(): object
{
    $answer = hear();
    if (isset($answer->fault)) {
        throw new SoapFault('Client', $answer->fault);
    }
    return $answer;
}

function check_request(string $key, array $fields, string $body): void
{
    if (!hash_equals(signature($key, $fields, $body), $fields['sign'] ?? '')) {
        throw new SoapFault('Client', "the request's signature is wrong");
    }
}

/** The extension's own answer with the signature put in. */
function signed(string $key, string $answer): string
{
    $document = parsed($answer);
    named($document, 'sign')->textContent = signature($key, fields_of(named($document, 'Head')), named($document, 'Body')->C14N(true));
    return $document->saveXML();
}

function answer_to(SoapServer $server, object $job, string $request): string
{
    if ($job->shape === 'typed') {
        $document = parsed($request);
        check_request($job->key, fields_of(named($document, 'Head')), named($document, 'Body')->C14N(true));
    }
    ob_start();
    try {
        $server->handle($request);
    } finally {
        $answer = (string) ob_get_clean();
    }
    return $job->shape === 'typed' && !str_contains($answer, 'Fault>') ? signed($job->key, $answer) : $answer;
}

strict();
$job = hear();
$server = new SoapServer(wsdl_of_port($job->wsdl, $job->port, $job->address, $job->folder), soap_options($job));
$server->setObject(new Service($job->shape, $job->key));
say(['ready' => PHP_VERSION]);
while (($call = hear()) !== null) {
    try {
        say(['answer' => base64_encode(answer_to($server, $job, base64_decode($call->request)))]);
    } catch (Throwable $error) {
        say(['error' => substr(get_class($error) . ': ' . $error->getMessage(), 0, 500)]);
    }
}
