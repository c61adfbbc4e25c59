<?php
/**
 * PHP's SOAP extension as a reader and writer of the SOAP encoding: it reads each message into values of its own and
 * writes it again from nothing but these.
 *
 *   php php_encoded.php JOBS FIRST
 *
 * JOBS is a JSON file: a list of {"wsdl", "version", "operation", "request", "response"}, messages in base64 or null.
 * Writes one JSON object a line for each job from number FIRST on: {"job", "request", "response"} or {"job", "error"}. The
 * extension ends the process where it refuses a message, which is then the line before the last.
 */

declare(strict_types=1);

/** Sends nothing: keeps the request and takes what it is given for the answer. */
class Client extends SoapClient
{
    public string $sent = '';
    public string $answer = '';

    public function __doRequest(string $request, string $location, string $action, int $version, bool $oneWay = false): ?string
    {
        $this->sent = $request;
        return $this->answer;
    }
}

class Taken extends SoapFault
{
}

/** Takes the arguments of any operation, or gives the value that it was told. */
class Handler
{
    public ?array $arguments = null;
    public bool $answers = false;
    public mixed $value = null;

    public function __call(string $operation, array $arguments): mixed
    {
        $this->arguments = $arguments;
        if ($this->answers) {
            return $this->value;
        }
        throw new Taken('Server', 'taken');
    }
}

function handled(SoapServer $server, string $message): string
{
    ob_start();
    $server->handle($message);
    return (string) ob_get_clean();
}

function say(array $answer): void
{
    fwrite(STDOUT, json_encode($answer, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE) . "\n");
}

function done(array $job): array
{
    static $of = '';
    static $client = null;
    static $server = null;
    static $handler = null;
    $options = [
        'cache_wsdl' => WSDL_CACHE_NONE,
        'soap_version' => $job['version'] === '1.2' ? SOAP_1_2 : SOAP_1_1,
        'features' => SOAP_SINGLE_ELEMENT_ARRAYS | SOAP_USE_XSI_ARRAY_TYPE,
        'encoding' => 'UTF-8',
    ];
    if ($of !== $job['wsdl'] . $job['version']) {
        $client = new Client($job['wsdl'], $options + ['location' => 'http://localhost/', 'exceptions' => true]);
        $server = new SoapServer($job['wsdl'], $options);
        $handler = new Handler();
        $server->setObject($handler);
        $of = $job['wsdl'] . $job['version'];
    }
    $handler->answers = false;
    $handler->arguments = null;
    $refusal = handled($server, base64_decode($job['request']));
    if ($handler->arguments === null) {
        return ['error' => 'refuses the request: ' . trim(preg_replace('/\s+/', ' ', strip_tags($refusal)))];
    }
    $client->answer = base64_decode($job['response'] ?? '');
    $handler->value = $client->__soapCall($job['operation'], $handler->arguments);
    $request = base64_encode($client->sent);
    if ($job['response'] === null) {
        return ['request' => $request, 'response' => null];
    }
    $handler->answers = true;
    return ['request' => $request, 'response' => base64_encode(handled($server, $client->sent))];
}

libxml_use_internal_errors(true);
$jobs = json_decode(file_get_contents($argv[1]), true, 512, JSON_THROW_ON_ERROR);
foreach (array_slice($jobs, (int) $argv[2], null, true) as $number => $job) {
    try {
        say(['job' => $number] + done($job));
    } catch (Throwable $error) {
        say(['job' => $number, 'error' => $error->getMessage()]);
    }
}
