<?php
/**
 * Leaves nothing behind: the setting, and the copies of feeds, on every site of a network. What authors wrote
 * stays: it is theirs, and the text in it can be read without the plugin.
 *
 * @package Entente
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/**
 * Removes what one site has stored.
 */
function entente_uninstall_site() {
	global $wpdb;
	delete_option( 'entente_anonymous_comments' );
	// There is no other way to find transients by the beginning of their names. Those in an object cache
	// expire by themselves.
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery
	$names = $wpdb->get_col(
		$wpdb->prepare(
			"SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE %s",
			$wpdb->esc_like( '_transient_entente_feed_' ) . '%'
		)
	);
	foreach ( $names as $name ) {
		delete_transient( substr( $name, strlen( '_transient_' ) ) );
	}
}

if ( is_multisite() ) {
	$entente_sites = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $entente_sites as $entente_site ) {
		switch_to_blog( $entente_site );
		entente_uninstall_site();
		restore_current_blog();
	}
} else {
	entente_uninstall_site();
}
