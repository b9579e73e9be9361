<?php
/**
 * The one setting, on Settings, Discussion: whether readers without an account may comment through the REST API.
 *
 * @package Entente
 */

defined( 'ABSPATH' ) || exit;

/**
 * On or off, and nothing else.
 *
 * @param mixed $value What was sent.
 * @return bool
 */
function entente_sanitize_switch( $value ) {
	return in_array( $value, array( true, 1, '1' ), true );
}

/**
 * Shows the setting. WordPress lets only those see and change the page who may `manage_options`.
 */
function entente_setting_html() {
	printf(
		'<label for="entente_anonymous_comments"><input type="checkbox" id="entente_anonymous_comments" name="entente_anonymous_comments" value="1"%s> %s</label><p class="description">%s</p>',
		checked( (bool) get_option( 'entente_anonymous_comments', false ), true, false ),
		esc_html__( 'Allow comments without an account through the REST API, for Entente', 'entente' ),
		esc_html__( 'The comments box writes through the REST API, which by default takes comments only from users who have signed in. Moderation and the rules above hold as they do for the comment form; spam control that relies on that form does not see these comments.', 'entente' )
	);
}

/**
 * Makes the setting known.
 */
function entente_register_setting() {
	register_setting(
		'discussion',
		'entente_anonymous_comments',
		array(
			'type'              => 'boolean',
			'description'       => __( 'Allow comments without an account through the REST API.', 'entente' ),
			'sanitize_callback' => 'entente_sanitize_switch',
			'default'           => false,
			'show_in_rest'      => false,
		)
	);
	if ( current_user_can( 'manage_options' ) ) {
		add_settings_field( 'entente_anonymous_comments', __( 'Comments box (Entente)', 'entente' ), 'entente_setting_html', 'discussion', 'default' );
	}
}
add_action( 'admin_init', 'entente_register_setting' );

/**
 * Lets readers without an account comment, where the site's owner said so.
 *
 * @param bool $is_allowed What others decided.
 * @return bool
 */
function entente_allow_anonymous( $is_allowed ) {
	return $is_allowed || (bool) get_option( 'entente_anonymous_comments', false );
}
add_filter( 'rest_allow_anonymous_comments', 'entente_allow_anonymous' );
