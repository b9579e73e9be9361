<?php
// A feed that is as the tests want it, and counts how often it was asked for.
require __DIR__ . '/wp-load.php';
$case = $_GET['case'] ?? '';
update_option("test_asked_$case", (int) get_option("test_asked_$case") + 1);
header('Content-Type: application/json');
if ($case === 'slow') sleep(30);
if ($case === 'gone') http_response_code(404);
if ($case === 'large') exit(str_repeat(' ', 3000000) . get_option('test_feed'));
echo get_option('test_feed');
