<?php
// Fills an empty database: an editor, a reader, and the posts and pages that the tests speak of.
$home = parse_url(getenv('TEST_HOME'));
$_SERVER += ['HTTP_HOST' => "$home[host]:$home[port]", 'REQUEST_METHOD' => 'GET', 'REMOTE_ADDR' => '127.0.0.1'];
define('WP_INSTALLING', true);
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Test', 'admin', 'admin@example.org', true, '', 'adminpass');
foreach (['permalink_structure' => '/%postname%/', 'comment_previously_approved' => '0', 'comments_notify' => '0', 'moderation_notify' => '0'] as $name => $value) {
  update_option($name, $value);
}
wp_insert_user(['user_login' => 'reader', 'user_pass' => 'readerpass', 'user_email' => 'reader@example.org', 'role' => 'subscriber', 'display_name' => 'Rita & "Reader" <R>']);
foreach (['post' => 'iran-pakistan', 'page' => 'about-us'] as $type => $name) {
  wp_insert_post(['post_title' => $name, 'post_name' => $name, 'post_status' => 'publish', 'post_type' => $type, 'post_author' => 1, 'comment_status' => 'open']);
}
echo 'installed';
