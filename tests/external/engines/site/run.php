<?php
// Runs what the tests hand over, inside of WordPress, as the user they name; by the command line alone.
if (PHP_SAPI !== 'cli') exit;
$home = parse_url(getenv('TEST_HOME'));
$_SERVER += ['HTTP_HOST' => "$home[host]:$home[port]", 'REQUEST_METHOD' => 'GET', 'REMOTE_ADDR' => '127.0.0.1'];
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
if (getenv('TEST_USER')) wp_set_current_user(get_user_by('login', getenv('TEST_USER'))->ID);
$answer = eval(stream_get_contents(STDIN));
echo "\n", json_encode($answer);
