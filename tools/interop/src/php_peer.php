<?php
/**
 * PHP's SoapClient: a foreign SOAP stack that builds, signs and checks by itself.
 *
 * Reads one JSON object a line from standard input, writes one a line to standard output, ends at the end of the input.
 * First line: {"wsdl", "port", "address", "shape": "string"|"typed", "soapVersion", "key", "folder"}, answered by {"ready"}.
 * Every other: {"operation", "head": {name: text}, "body": XML text, "values": the body as values}, answered by
 * {"returnCode", "leaves"} with the values of the answer's body as PHP handed them out, or by {"error"}.
 *
 * Signature: profile P1. In the string shape it goes into the text; in the typed shape into the request that the
 * extension wrote, before it is sent.
 */

declare(strict_types=1);

require __DIR__ . '/php_soap.php';

class SigningClient extends SoapClient
{
    public string $key = '';
    public array $head = [];
    public ?string $code = null;

    public function __doRequest(string $request, string $location, string $action, int $version, bool $oneWay = false): ?string
    {
        $document = parsed($request);
        $sign = named($document, 'sign');
        $sign->textContent = signature($this->key, fields_of(named($document, 'Head')), named($document, 'Body')->C14N(true));
        $answer = parent::__doRequest($document->saveXML(), $location, $action, $version, $oneWay);
        if ($answer !== null && $answer !== '') {
            $read = parsed($answer);
            $head = (new DOMXPath($read))->query("//*[local-name()='Head' and namespace-uri()='']")->item(0);
            if ($head instanceof DOMElement) {
                $this->code = check_answer($this->key, fields_of($head), named($read, 'Body')->C14N(true), $this->head);
            }
        }
        return $answer;
    }
}

function check_answer(string $key, array $fields, string $body, array $request): string
{
    if (!hash_equals(signature($key, $fields, $body), $fields['sign'] ?? '')) {
        throw new RuntimeException("the answer's signature is wrong");
    }
    foreach (['providerCode', 'messageId'] as $name) {
        if (($fields[$name] ?? null) !== $request[$name]) {
            throw new RuntimeException("the answer belongs to another message: $name differs");
        }
    }
    return $fields['returnCode'];
}

function call_string(SoapClient $client, string $key, object $call): array
{
    $head = (array) $call->head;
    $signed = $head + ['sign' => signature($key, $head, $call->body)];
    $answer = $client->__soapCall($call->operation, [['requestXml' => payload_text('Request', $signed, $call->body)]]);
    $document = parsed($answer->responseXml);
    $code = check_answer($key, fields_of(named($document, 'Head')), body_text($answer->responseXml), $head);
    return [$code, element_leaves(named($document, 'Body'))];
}

function call_typed(SigningClient $client, object $call): array
{
    $client->head = (array) $call->head;
    $client->code = null;
    $answer = $client->__soapCall($call->operation, [['Head' => $client->head + ['sign' => '-'], 'Body' => $call->values]]);
    if ($client->code === null) {
        throw new RuntimeException('there was no signed answer');
    }
    return [$client->code, value_leaves($answer->Body)];
}

strict();
$job = hear();
$options = soap_options($job) + ['exceptions' => true, 'connection_timeout' => 20];
$wsdl = wsdl_of_port($job->wsdl, $job->port, $job->address, $job->folder);
$client = $job->shape === 'typed' ? new SigningClient($wsdl, $options) : new SoapClient($wsdl, $options);
if ($client instanceof SigningClient) {
    $client->key = $job->key;
}
say(['ready' => PHP_VERSION]);
while (($call = hear()) !== null) {
    try {
        [$code, $leaves] = $client instanceof SigningClient ? call_typed($client, $call) : call_string($client, $job->key, $call);
        say(['returnCode' => $code, 'leaves' => $leaves]);
    } catch (Throwable $error) {
        // The matrix tells which call failed and why.
        say(['error' => substr(get_class($error) . ': ' . $error->getMessage(), 0, 500)]);
    }
}
