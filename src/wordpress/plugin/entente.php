<?php
/**
 * Plugin Name:       Entente
 * Description:       Shows how two parties stand to each other, sourced, dated and fair: a status card, a timeline, and comments, as blocks, shortcodes and tags.
 * Version:           __VERSION__
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The Entente authors
 * License:           MIT
 * License URI:       https://opensource.org/licenses/MIT
 * Text Domain:       entente
 *
 * @package Entente
 */

defined( 'ABSPATH' ) || exit;

define( 'ENTENTE_VERSION', '__VERSION__' );
define( 'ENTENTE_FILE', __FILE__ );
define( 'ENTENTE_DIR', plugin_dir_path( __FILE__ ) );

require ENTENTE_DIR . 'includes/tags.php';
require ENTENTE_DIR . 'includes/dates.php';
require ENTENTE_DIR . 'includes/feed.php';
require ENTENTE_DIR . 'includes/fallback.php';
require ENTENTE_DIR . 'includes/script.php';
require ENTENTE_DIR . 'includes/render.php';
require ENTENTE_DIR . 'includes/content.php';
require ENTENTE_DIR . 'includes/blocks.php';
require ENTENTE_DIR . 'includes/settings.php';
