<?php
// A WordPress of the tests: where it is and what it stores in is told by the environment.
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('TEST_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', getenv('TEST_HOME'));
define('WP_SITEURL', getenv('TEST_HOME'));
define('WP_DEFAULT_THEME', 'plain');
// It asks nobody outside for anything, and does nothing on its own.
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
  define($name . '_KEY', $name . ' key of a test');
  define($name . '_SALT', $name . ' salt of a test');
}
// What PHP complains of goes to the log of the server.
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
if (getenv('TEST_NETWORK')) {
  define('MULTISITE', true);
  define('SUBDOMAIN_INSTALL', false);
  define('DOMAIN_CURRENT_SITE', $_SERVER['HTTP_HOST']);
  define('PATH_CURRENT_SITE', '/');
}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
