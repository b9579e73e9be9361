<?php
/**
 * Blocks. What stands in is saved in the post itself, as its content: it is there for search, for exports, and
 * for readers after the plugin is gone.
 *
 * @package Entente
 */

defined( 'ABSPATH' ) || exit;

/**
 * A block as HTML.
 *
 * @param array    $attributes Of the block, named as JavaScript names them.
 * @param string   $content    What was saved.
 * @param WP_Block $block      The block.
 * @return string
 */
function entente_render_block( $attributes, $content, $block ) {
	$tag   = str_replace( '/', '-', $block->name );
	$given = array();
	foreach ( $attributes as $name => $value ) {
		$given[ strtolower( preg_replace( '/[A-Z]/', '-$0', $name ) ) ] = $value;
	}
	// The element around what was saved is there for the editor.
	$fallback = preg_replace( '~^\s*<div[^>]*>(.*)</div>\s*$~s', '$1', $content );
	return entente_render( $tag, $given, $fallback, get_block_wrapper_attributes( array( 'class' => 'entente' ) ) );
}

/**
 * Makes the blocks known, and what the editor needs for them.
 */
function entente_register_blocks() {
	$needed = array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-data', 'wp-element', 'wp-i18n' );
	wp_register_script( 'entente-blocks', plugins_url( 'blocks/editor.js', ENTENTE_FILE ), $needed, ENTENTE_VERSION, true );
	wp_set_script_translations( 'entente-blocks', 'entente' );
	foreach ( array( 'card', 'timeline', 'comments' ) as $name ) {
		register_block_type( ENTENTE_DIR . "blocks/$name", array( 'render_callback' => 'entente_render_block' ) );
	}
}
add_action( 'init', 'entente_register_blocks' );

/**
 * Tells the editor which feeds come with the plugin.
 */
function entente_editor_data() {
	$feeds = array();
	foreach ( (array) glob( ENTENTE_DIR . 'assets/feeds/*.json' ) as $file ) {
		$feed = entente_bundled_feed( basename( $file, '.json' ) );
		if ( $feed ) {
			$feeds[ basename( $file, '.json' ) ] = $feed['question'];
		}
	}
	wp_add_inline_script( 'entente-blocks', 'window.ententeFeeds = ' . wp_json_encode( (object) $feeds, JSON_HEX_TAG | JSON_HEX_AMP ) . ';', 'before' );
}
add_action( 'enqueue_block_editor_assets', 'entente_editor_data' );

/**
 * The elements themselves in the editor, for the preview. A classic script: it has to reach the frame as well in
 * which newer editors draw the post.
 */
function entente_editor_elements() {
	if ( ! is_admin() ) {
		return;
	}
	wp_enqueue_style( 'entente', entente_asset( 'entente.css' ), array(), ENTENTE_VERSION );
	wp_enqueue_script( 'entente', entente_asset( 'entente.js' ), array(), ENTENTE_VERSION, true );
	$words = entente_words( get_bloginfo( 'language' ) );
	if ( $words ) {
		wp_enqueue_script( "entente-$words", entente_asset( "locales/$words.js" ), array(), ENTENTE_VERSION, true );
	}
}
add_action( 'enqueue_block_assets', 'entente_editor_elements' );
