<?php
/**
 * The script and the page style: on the pages that show a tag, once, and nowhere else.
 *
 * @package Entente
 */

defined( 'ABSPATH' ) || exit;

/** What a page holds that shows one of our elements, in HTML. */
const ENTENTE_HTML = '~<entente-(?:card|timeline|comments)[\s>]|<blockquote\s[^>]*class=["\'][^"\']*\bentente-(?:card|timeline)\b~';
/** What a post holds that will become one. */
const ENTENTE_SOURCE = '~\[entente-(?:card|timeline|comments)\b|<!-- wp:entente/~';

/**
 * Address of a file of the plugin.
 *
 * @param string $path Below the folder of assets.
 * @return string
 */
function entente_asset( $path ) {
	return plugins_url( "assets/$path", ENTENTE_FILE );
}

/**
 * A language that there are words for, beside English.
 *
 * @param string $tag Language tag or locale, such as fa-IR.
 * @return string Such as fa; empty if there are none.
 */
function entente_words( $tag ) {
	$lang = strtolower( substr( $tag, 0, 2 ) );
	return preg_match( '/^[a-z]{2}$/D', $lang ) && is_readable( ENTENTE_DIR . "assets/locales/$lang.js" ) ? $lang : '';
}

/**
 * Loads one of our files as a module. Both ways load it once, however often they are asked.
 *
 * @param string $id   Its name in WordPress.
 * @param string $path Below the folder of assets.
 */
function entente_load( $id, $path ) {
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( $id, entente_asset( $path ), array(), ENTENTE_VERSION );
	} else {
		wp_enqueue_script( $id, entente_asset( $path ), array(), ENTENTE_VERSION, true );
	}
}

/**
 * The page has an element.
 *
 * @param string $lang Language of the element, where it has one of its own.
 */
function entente_use( $lang = '' ) {
	// Excerpts are made of posts, and shown without their elements.
	if ( doing_filter( 'get_the_excerpt' ) ) {
		return;
	}
	wp_enqueue_style( 'entente', entente_asset( 'entente.css' ), array(), ENTENTE_VERSION );
	entente_load( 'entente', 'entente.js' );
	foreach ( array( get_bloginfo( 'language' ), $lang ) as $tag ) {
		$words = entente_words( $tag );
		if ( $words ) {
			entente_load( "entente-$words", "locales/$words.js" );
		}
	}
}

/**
 * The page has comments: readers who have signed in write as who they are, with the nonce that WordPress's own
 * script `wp-api-request` would hand out, without that script.
 */
function entente_use_session() {
	if ( ! is_user_logged_in() || wp_script_is( 'entente-session' ) ) {
		return;
	}
	$settings = wp_json_encode(
		array(
			'root'  => esc_url_raw( rest_url() ),
			'nonce' => wp_create_nonce( 'wp_rest' ),
		),
		JSON_HEX_TAG | JSON_HEX_AMP
	);
	wp_register_script( 'entente-session', false, array(), ENTENTE_VERSION, true );
	wp_add_inline_script( 'entente-session', "window.wpApiSettings = window.wpApiSettings || $settings;" );
	wp_enqueue_script( 'entente-session' );
}

/**
 * Looks whether HTML that is about to be shown has elements of ours, whoever wrote it.
 *
 * @param mixed $html Content of a post, a widget or a block.
 * @return mixed The same.
 */
function entente_notice( $html ) {
	if ( is_string( $html ) && false !== strpos( $html, 'entente-' ) && preg_match( ENTENTE_HTML, $html ) ) {
		$has_lang = preg_match( '~<entente-[^>]*\slang=["\']?([A-Za-z]{2})~', $html, $lang );
		entente_use( $has_lang ? $lang[1] : '' );
		if ( false !== strpos( $html, '<entente-comments' ) ) {
			entente_use_session();
		}
	}
	return $html;
}
foreach ( array( 'the_content', 'widget_text', 'widget_block_content', 'widget_custom_html_content', 'render_block_core/html' ) as $entente_hook ) {
	add_filter( $entente_hook, 'entente_notice', 99 );
}

/**
 * The style belongs into the head, or what is below an element would move: it is asked for as soon as the posts
 * are known. The script can wait until an element is really shown.
 */
function entente_style_early() {
	global $wp_query;
	foreach ( isset( $wp_query->posts ) ? $wp_query->posts : array() as $post ) {
		$source = $post instanceof WP_Post ? $post->post_content : '';
		if ( preg_match( ENTENTE_HTML, $source ) || preg_match( ENTENTE_SOURCE, $source ) ) {
			wp_enqueue_style( 'entente', entente_asset( 'entente.css' ), array(), ENTENTE_VERSION );
			return;
		}
	}
}
add_action( 'wp_enqueue_scripts', 'entente_style_early' );

/**
 * The attributes that keep optimisers away, which would delay the script until the reader does something. One of
 * them looks only at what stands before `src`.
 *
 * @param array<string, mixed> $attributes Of a script that WordPress prints.
 * @return array<string, mixed>
 */
function entente_script_attributes( $attributes ) {
	if ( isset( $attributes['id'] ) && preg_match( '/^entente(-[a-z]{2})?-js-module$/D', $attributes['id'] ) ) {
		return array(
			'data-cfasync'     => 'false',
			'data-no-optimize' => '1',
		) + $attributes;
	}
	return $attributes;
}
add_filter( 'wp_script_attributes', 'entente_script_attributes' );

/**
 * The same, and `type="module"`, where WordPress has no script modules (before 6.5).
 *
 * @param string $tag    The script's tag.
 * @param string $handle Its name.
 * @return string
 */
function entente_script_tag( $tag, $handle ) {
	if ( is_admin() || ! preg_match( '/^entente(-[a-z]{2})?$/D', $handle ) ) {
		return $tag;
	}
	$tag = preg_replace( '/\stype=(["\'])text\/javascript\1/', '', $tag );
	return preg_replace( '/<script(?=[^>]*\ssrc=)/', '<script type="module" data-cfasync="false" data-no-optimize="1"', $tag );
}
add_filter( 'script_loader_tag', 'entente_script_tag', 10, 2 );
