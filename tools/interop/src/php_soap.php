<?php
/**
 * What PHP as a client and PHP as a server share: a WSDL with one port, signatures by profile P1, values as leaves.
 *
 * PHP's extension looks an operation up by its name alone and takes the first port that has it, so that a program on PHP
 * that wants another port of a WSDL with several works on a copy with that port only.
 */

declare(strict_types=1);

const WSDL = 'http://schemas.xmlsoap.org/wsdl/';

/** Path of a copy of the WSDL with one port; imports are absolute, the address is the given one. */
function wsdl_of_port(string $wsdl, string $port, string $address, string $folder): string
{
    $document = new DOMDocument();
    if (!$document->load($wsdl)) {
        throw new RuntimeException("cannot read $wsdl");
    }
    $path = new DOMXPath($document);
    $path->registerNamespace('w', WSDL);
    foreach (iterator_to_array($path->query('//w:port')) as $found) {
        if ($found->getAttribute('name') !== $port) {
            $found->parentNode->removeChild($found);
        }
    }
    foreach ($path->query('//w:port/*[@location]') as $found) {
        $found->setAttribute('location', $address);
    }
    foreach ($path->query('//@schemaLocation | //w:import/@location') as $found) {
        if (!preg_match('~^([a-z]+:|/)~', $found->value)) {
            $found->value = dirname($wsdl) . '/' . $found->value;
        }
    }
    $file = "$folder/$port.wsdl";
    $document->save($file);
    return $file;
}

/** Profile P1: sorted name=value, empty ones left out, the body in its place by name, the key at the end; bytes of the charset. */
function signature(string $key, array $fields, string $body, string $charset = 'UTF-8'): string
{
    $pairs = array_filter($fields, fn ($value, $name) => $value !== '' && $name !== 'sign', ARRAY_FILTER_USE_BOTH);
    $pairs['body'] = $body;
    ksort($pairs, SORT_STRING);
    $text = implode('&', array_map(fn ($name, $value) => "$name=$value", array_keys($pairs), $pairs)) . "&key=$key";
    if ($charset !== 'UTF-8') {
        $text = iconv('UTF-8', $charset, $text);
    }
    return strtoupper(hash_hmac('sha256', $text, $key));
}

/** Texts of the children of a head, by name. */
function fields_of(DOMElement $head): array
{
    $fields = [];
    foreach ($head->childNodes as $child) {
        if ($child instanceof DOMElement) {
            $fields[$child->localName] = $child->textContent;
        }
    }
    return $fields;
}

/** First element of that name, in no namespace. */
function named(DOMDocument $document, string $name): DOMElement
{
    $found = (new DOMXPath($document))->query("//*[local-name()='$name' and namespace-uri()='']")->item(0);
    if (!$found instanceof DOMElement) {
        throw new RuntimeException("there is no $name");
    }
    return $found;
}

function parsed(string $xml): DOMDocument
{
    $document = new DOMDocument();
    if (!$document->loadXML($xml, LIBXML_NONET)) {
        throw new RuntimeException('not well-formed');
    }
    return $document;
}

/** The Body as it stands in the text of a payload. */
function body_text(string $payload): string
{
    if (!preg_match('~<Body\s*/>|<Body[\s>].*</Body>~s', $payload, $found)) {
        throw new RuntimeException('there is no Body');
    }
    return $found[0];
}

function payload_text(string $root, array $head, string $body): string
{
    $text = '';
    foreach ($head as $name => $value) {
        $text .= "<$name>" . htmlspecialchars($value, ENT_XML1 | ENT_NOQUOTES) . "</$name>";
    }
    return "<$root><Head>$text</Head>$body</$root>";
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** Leaves below an element as `path=text`, nil as `path=(nil)`. */
function element_leaves(DOMElement $element, string $path = ''): array
{
    $leaves = [];
    foreach ($element->childNodes as $child) {
        if (!$child instanceof DOMElement) {
            continue;
        }
        $name = $path === '' ? $child->localName : "$path/$child->localName";
        if (in_array($child->getAttributeNS(XSI, 'nil'), ['true', '1'], true)) {
            $leaves[] = "$name=(nil)";
        } elseif ($child->childElementCount === 0) {
            $leaves[] = "$name=$child->textContent";
        } else {
            array_push($leaves, ...element_leaves($child, $name));
        }
    }
    return $leaves;
}

/** The same from the values that PHP's extension makes. */
function value_leaves(mixed $value, string $path = ''): array
{
    if (is_object($value)) {
        $leaves = [];
        foreach (get_object_vars($value) as $name => $child) {
            array_push($leaves, ...value_leaves($child, $path === '' ? $name : "$path/$name"));
        }
        return $leaves;
    }
    if (is_array($value)) {
        return array_merge([], ...array_map(fn ($item) => value_leaves($item, $path), $value));
    }
    if ($value === null) {
        return ["$path=(nil)"];
    }
    return ["$path=" . (is_bool($value) ? ($value ? 'true' : 'false') : $value)];
}

function say(array $message): void
{
    fwrite(STDOUT, json_encode($message, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR) . "\n");
    fflush(STDOUT);
}

function hear(): ?object
{
    $line = fgets(STDIN);
    return $line === false ? null : json_decode($line, false, 512, JSON_THROW_ON_ERROR);
}

/** Options of client and server alike. */
function soap_options(object $job): array
{
    return [
        'soap_version' => $job->soapVersion === '1.2' ? SOAP_1_2 : SOAP_1_1,
        'cache_wsdl' => WSDL_CACHE_NONE,
        'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
        // Base64 stays text, which the conversation can carry.
        'typemap' => [[
            'type_ns' => 'http://www.w3.org/2001/XMLSchema',
            'type_name' => 'base64Binary',
            'to_xml' => fn (string $text): string => "<bytes>$text</bytes>",
            'from_xml' => fn (string $xml): string => parsed($xml)->documentElement->textContent,
        ]],
    ];
}

/** Warnings are errors: nothing may pass by that PHP complained about. */
function strict(): void
{
    set_error_handler(function (int $level, string $text): never {
        throw new ErrorException($text, 0, $level);
    });
    set_exception_handler(function (Throwable $error): never {
        fwrite(STDERR, get_class($error) . ': ' . $error->getMessage() . "\n");
        exit(1);
    });
    ini_set('soap.wsdl_cache_enabled', '0');
    ini_set('default_socket_timeout', '20');
}
