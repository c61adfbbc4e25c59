<?php
/**
 * PHP's SoapClient speaking any wire profile with a string payload, by a WSDL of that profile. It writes, signs (P1), carries,
 * verifies and reads the payload itself: nothing of ours is in it.
 *
 * Reads one JSON object a line from standard input, writes one a line to standard output, ends at the end of the input.
 * First line: {"wsdl": path, "address", "key", "ns", "wire", "parameters": [[role, name]], "result": [[role, name]]}, answered by
 * {"ready"}. Every other: {"operation", "head": {name: text}, "values": the body as values}, answered by
 * {"returnCode", "leaves", "status"} with the texts of the answer's body, or by {"error"}.
 */

declare(strict_types=1);

require __DIR__ . '/php_soap.php';

const TRUTH = ['true-false' => ['false', 'true'], '1-0' => ['0', '1'], 'Y-N' => ['N', 'Y']];

/** Sends by its own HTTP, for what the extension cannot: another charset, and the bodies of answers with an HTTP error. */
class ProfileClient extends SoapClient
{
    public object $wire;
    public array $headers = [];
    public array $answerHeaders = [];
    public int $status = 0;

    public function __doRequest(string $request, string $location, string $action, int $version, bool $oneWay = false): ?string
    {
        $charset = $this->wire->charset;
        $text = preg_replace('~^<\?xml[^>]*>\s*~', '', $request);
        if ($charset !== 'UTF-8') {
            $text = "<?xml version=\"1.0\" encoding=\"$charset\"?>" . iconv('UTF-8', $charset, $text);
        }
        $type = $version === SOAP_1_2 ? "application/soap+xml; charset=$charset" . ($action === '' ? '' : "; action=\"$action\"") : "text/xml; charset=$charset";
        $headers = ["Content-Type: $type", ...$this->headers];
        if ($version !== SOAP_1_2) {
            $headers[] = "SOAPAction: \"$action\"";
        }
        $http = ['method' => 'POST', 'header' => $headers, 'content' => $text, 'ignore_errors' => true, 'timeout' => 20];
        $answer = file_get_contents($location, false, stream_context_create(['http' => $http]));
        $this->answerHeaders = $http_response_header;
        $this->status = (int) explode(' ', $http_response_header[0])[1];
        return $answer === false || $answer === '' ? null : $answer;
    }
}

/** Children of an element from values, as the profile writes truth and line breaks. */
function fill(DOMElement $element, object $values, object $wire): void
{
    foreach (get_object_vars($values) as $name => $value) {
        foreach (is_array($value) ? $value : [$value] as $item) {
            $child = $element->appendChild($element->ownerDocument->createElement($name));
            if ($item === null) {
                $child->setAttributeNS(XSI, 'xsi:nil', 'true');
            } elseif (is_object($item)) {
                fill($child, $item, $wire);
            } elseif (is_bool($item)) {
                $child->textContent = TRUTH[$wire->booleans][(int) $item];
            } else {
                $breaks = ['lf' => "\n", 'crlf' => "\r\n", 'slash-n' => '/n', 'ncr' => "\n"];
                $child->textContent = str_replace("\n", $breaks[$wire->lineBreaks], (string) $item);
            }
        }
    }
}

function body_of(object $values, object $wire): string
{
    $document = new DOMDocument('1.0', 'UTF-8');
    fill($document->appendChild($document->createElement('Body')), $values, $wire);
    $text = $document->saveXML($document->documentElement);
    return $wire->lineBreaks === 'ncr' ? str_replace("\n", '&#10;', $text) : $text;
}

function head_xml(array $fields): string
{
    $text = '';
    foreach ($fields as $name => $value) {
        $text .= "<$name>" . htmlspecialchars($value, ENT_XML1 | ENT_NOQUOTES) . "</$name>";
    }
    return $text;
}

function carried(string $text, object $wire): string
{
    $bytes = $wire->charset === 'UTF-8' ? $text : iconv('UTF-8', $wire->charset, $text);
    if ($wire->compression === 'gzip-base64') {
        return base64_encode(gzencode($bytes));
    }
    return $wire->payload === 'base64' ? base64_encode($bytes) : $text;
}

function uncarried(string $text, object $wire): string
{
    if ($wire->compression === 'gzip-base64') {
        $bytes = gzdecode(base64_decode($text, true));
    } elseif ($wire->payload === 'base64') {
        $bytes = base64_decode($text, true);
    } else {
        return $text;
    }
    return $wire->charset === 'UTF-8' ? $bytes : iconv($wire->charset, 'UTF-8', $bytes);
}

/** A text inside of a text has been decoded with it: what its declaration says about bytes is over. */
function without_prolog(string $text): string
{
    return preg_replace('~^<\?xml[^>]*\?>\s*~', '', $text);
}

function payload(object $call, array $head, string $sign, object $wire): string
{
    $inner = $wire->payload === 'three-strings' ? $head : $head + ['sign' => $sign];
    $text = '<Request>' . ($wire->head === 'inner' ? '<Head>' . head_xml($inner) . '</Head>' : '') . $call->body . '</Request>';
    return carried($wire->prolog ? "<?xml version=\"1.0\" encoding=\"$wire->charset\"?>$text" : $text, $wire);
}

function argument(string $role, string $name, object $call, array $head, string $sign, object $wire): mixed
{
    $value = match ($role) {
        'payload', 'data' => payload($call, $head, $sign, $wire),
        'sign' => $sign,
        default => $head[$role] ?? '',
    };
    if ($role === 'payload' && $wire->payload === 'cdata') {
        return new SoapVar("<$name><![CDATA[" . str_replace(']]>', ']]]]><![CDATA[>', $value) . "]]></$name>", XSD_ANYXML);
    }
    return $value;
}

function http_headers(array $fields): array
{
    $lines = [];
    foreach ($fields as $name => $value) {
        $lines[] = 'x-coo-' . strtolower(preg_replace('~[A-Z]~', '-$0', $name)) . ': ' . rawurlencode($value);
    }
    return $lines;
}

/** Head fields of the answer, wherever the profile puts them. */
function answer_head(ProfileClient $client, object $wire, mixed $result, array $blocks, string $inner): array
{
    if ($wire->head === 'http-headers') {
        $fields = [];
        foreach ($client->answerHeaders as $line) {
            if (preg_match('~^x-coo-([a-z-]+):\s*(.*)$~i', $line, $found)) {
                $fields[lcfirst(str_replace('-', '', ucwords(strtolower($found[1]), '-')))] = rawurldecode($found[2]);
            }
        }
        return $fields;
    }
    if ($wire->head === 'soap-header') {
        return (array) $blocks['Head'];
    }
    if ($wire->head === 'parameters') {
        return array_diff_key((array) $result, ['responseXml' => 1]);
    }
    return $wire->answer === 'json-string'
        ? (array) json_decode($inner, false, 512, JSON_THROW_ON_ERROR)->Response->Head
        : fields_of(named(parsed($inner), 'Head'));
}

function call(ProfileClient $client, object $job, object $call): array
{
    $wire = $job->wire;
    $head = (array) $call->head;
    $call->body = body_of($call->values, $wire);
    $sign = signature($job->key, $head, $call->body, $wire->charset);
    $client->headers = $wire->head === 'http-headers' ? http_headers($head + ['sign' => $sign]) : [];
    $arguments = [];
    foreach ($job->parameters as [$role, $name]) {
        $arguments[$name] = argument($role, $name, $call, $head, $sign, $wire);
    }
    $block = $wire->head === 'soap-header'
        ? [new SoapHeader($job->ns, 'Head', new SoapVar('<h:Head xmlns:h="' . $job->ns . '">' . head_xml($head + ['sign' => $sign]) . '</h:Head>', XSD_ANYXML))]
        : [];
    $operation = $wire->split === 'dispatch' ? 'exchange' : $call->operation;
    $location = $wire->split === 'per-interface' ? ['location' => "$job->address/$call->operation"] : [];
    $given = $wire->style === 'document-wrapped' ? [$arguments] : array_values($arguments);
    $result = $client->__soapCall($operation, $given, $location, $block, $blocks);
    // One string alone comes as it is from rpc and bare documents, and in an object from a wrapper.
    $single = is_string($result) ? $result : ((array) $result)[$job->result[count($job->result) - 1][1]];
    $inner = without_prolog(uncarried($single, $wire));
    $fields = answer_head($client, $wire, $result, $blocks ?? [], $inner);
    $json = $wire->answer === 'json-string';
    $body = $json ? json_body($inner) : body_text($inner);
    if (!hash_equals(signature($job->key, $fields, $body, $wire->charset), $fields['sign'] ?? '')) {
        throw new RuntimeException("the answer's signature is wrong");
    }
    if ($fields['messageId'] !== $head['messageId']) {
        throw new RuntimeException('the answer belongs to another message');
    }
    $leaves = $json ? value_leaves(json_decode($body, false, 512, JSON_THROW_ON_ERROR)) : element_leaves(named(parsed($inner), 'Body'));
    $breaks = ['lf' => "\n", 'crlf' => "\r\n", 'slash-n' => '/n', 'ncr' => "\n"][$wire->lineBreaks];
    return [
        'returnCode' => $fields['returnCode'],
        'status' => $client->status,
        'leaves' => array_map(fn (string $leaf): string => lines_of($leaf, $breaks), $leaves),
    ];
}

/** A leaf whose text has its line breaks back. */
function lines_of(string $leaf, string $breaks): string
{
    [$path, $text] = explode('=', $leaf, 2);
    return "$path=" . str_replace($breaks, "\n", $text);
}

/** The text of the Body member as it stands: that is what is signed. */
function json_body(string $text): string
{
    if (!preg_match('~"Body":(.*)\}\}$~s', $text, $found)) {
        throw new RuntimeException('there is no Body');
    }
    return $found[1];
}

strict();
$job = hear();
$client = new ProfileClient($job->wsdl, [
    'soap_version' => $job->wire->soapVersion === '1.2' ? SOAP_1_2 : SOAP_1_1,
    'cache_wsdl' => WSDL_CACHE_NONE,
    'exceptions' => true,
    'location' => $job->address,
]);
$client->wire = $job->wire;
say(['ready' => PHP_VERSION]);
while (($call = hear()) !== null) {
    try {
        say(call($client, $job, $call));
    } catch (Throwable $error) {
        say(['error' => substr(get_class($error) . ': ' . $error->getMessage(), 0, 500)]);
    }
}
