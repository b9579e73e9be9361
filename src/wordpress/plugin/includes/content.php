<?php
/**
 * Tags in posts: let through, mended, and written as shortcodes and addresses.
 *
 * @package Entente
 */

defined( 'ABSPATH' ) || exit;

/**
 * Lets the tags of authors and contributors through, in posts alone, with the attributes that they have.
 *
 * @param array  $allowed Tags and attributes.
 * @param string $context Where the HTML is from.
 * @return array
 */
function entente_allow_tags( $allowed, $context ) {
	if ( 'post' !== $context || ! is_array( $allowed ) ) {
		return $allowed;
	}
	foreach ( entente_tags() as $tag => $attributes ) {
		$allowed[ $tag ] = array_fill_keys( array_keys( $attributes ), true ) + array(
			'id'    => true,
			'class' => true,
		);
	}
	return $allowed;
}
add_filter( 'wp_kses_allowed_html', 'entente_allow_tags', 10, 2 );

/**
 * Has the schemes of our addresses looked at as those of `src` and `href` are.
 *
 * @param string[] $names Attributes that hold addresses.
 * @return string[]
 */
function entente_uri_attributes( $names ) {
	$ours = array();
	foreach ( entente_tags() as $attributes ) {
		$ours = array_merge( $ours, array_keys( $attributes, 'url', true ) );
	}
	return array_values( array_unique( array_merge( $names, $ours ) ) );
}
add_filter( 'wp_kses_uri_attributes', 'entente_uri_attributes' );

/**
 * One paragraph of wpautop() that has a tag of ours in it. A browser ends a paragraph where a block begins: the
 * element would be left empty, and its content fall out of it.
 *
 * @param string[] $found The paragraph and its content.
 * @return string HTML.
 */
function entente_mend_paragraph( $found ) {
	$pieces = preg_split( '~(</?entente-(?:card|timeline|comments)(?=[\s>])(?:[^>"\']++|"[^"]*+"|\'[^\']*+\')*+>)~', $found[1], -1, PREG_SPLIT_DELIM_CAPTURE );
	$depth  = 0;
	$is_cut = false;
	$rest   = '';
	foreach ( $pieces as $i => $piece ) {
		if ( 0 === $i % 2 ) {
			// What stands outside of an element.
			$rest .= $depth > 0 ? '' : $piece;
			continue;
		}
		$depth += '/' === $piece[1] ? -1 : 1;
		$is_cut = $is_cut || $depth < 0;
	}
	if ( ! $is_cut && 0 === $depth ) {
		// Whole elements: in a sentence they stay, alone they need no paragraph.
		return '' === trim( preg_replace( '~<br\s*/?>~', '', $rest ) ) && count( $pieces ) > 1 && false === strpos( $found[1], 'view="badge"' )
			? preg_replace( '~(>)\s*<br\s*/?>\s*(<)~', "$1\n$2", trim( $found[1] ) )
			: $found[0];
	}
	$html = array();
	foreach ( $pieces as $i => $piece ) {
		if ( 1 === $i % 2 ) {
			$html[] = $piece;
			continue;
		}
		$text = trim( preg_replace( '~^(?:\s*<br\s*/?>)+|(?:<br\s*/?>\s*)+$~', '', $piece ) );
		if ( '' !== $text ) {
			$html[] = preg_match( '~^<(?:script|style|/?div)\b~', $text ) ? $text : "<p>$text</p>";
		}
	}
	return implode( "\n", $html );
}

/**
 * Undoes what wpautop() does to tags of ours, and to nothing else.
 *
 * @param string $content HTML of a post.
 * @return string
 */
function entente_mend( $content ) {
	if ( ! is_string( $content ) || ! preg_match( '~</?entente-(?:card|timeline|comments)~', $content ) ) {
		return $content;
	}
	$tag     = '</?entente-(?:card|timeline|comments)(?=[\s>])(?:[^>"\']++|"[^"]*+"|\'[^\']*+\')*+>';
	$content = preg_replace_callback( '~<p>((?:(?!</?p[\s>]).)*?</?entente-(?:(?!</?p[\s>]).)*)</p>~s', 'entente_mend_paragraph', $content );
	// Halves of paragraphs, whose other half wpautop() took away.
	return preg_replace(
		array(
			"~<p>\s*($tag)\s*<br\s*/?>~",
			"~(<div[^>]*>\s*$tag)\s*</p>~",
		),
		'$1',
		$content
	);
}
add_filter( 'the_content', 'entente_mend', 12 );

/**
 * [entente-card], [entente-timeline] and [entente-comments], with the attributes of the tags, and with what is
 * to stand in between them if somebody wants to write it.
 *
 * @param array|string $attributes Of the shortcode.
 * @param string|null  $content    What it encloses.
 * @param string       $tag        Its name.
 * @return string HTML.
 */
function entente_shortcode( $attributes, $content, $tag ) {
	$fallback = preg_replace( '~^(?:\s|<br\s*/?>|</p>)+|(?:\s|<br\s*/?>|<p>)+$~', '', (string) $content );
	return entente_render( $tag, $attributes, '' === $fallback ? '' : force_balance_tags( $fallback ) );
}

/**
 * An address of a feed on a line of its own becomes a card. Any other address stays what it is.
 *
 * @param string[] $found   What the pattern found.
 * @param array    $options Sizes that a theme asks for.
 * @param string   $url     The address.
 * @return string|false HTML.
 */
function entente_embed( $found, $options, $url ) {
	if ( ! entente_remote_feed( $url ) ) {
		return false;
	}
	// Paragraphs are made of what is here now, and shortcodes run after that.
	if ( doing_filter( 'the_content' ) || doing_filter( 'widget_text_content' ) || doing_filter( 'widget_block_content' ) ) {
		return sprintf( '[entente-card src="%s"]', esc_attr( str_replace( array( '[', ']', '"', '<', '>' ), array( '%5B', '%5D', '%22', '%3C', '%3E' ), $url ) ) );
	}
	return entente_render( 'entente-card', array( 'src' => $url ) );
}

/**
 * Makes shortcodes and addresses known.
 */
function entente_register_content() {
	foreach ( array_keys( entente_tags() ) as $tag ) {
		add_shortcode( $tag, 'entente_shortcode' );
	}
	wp_embed_register_handler( 'entente', '~^https?://[^\s?#]+\.json(?:\?[^\s#]*)?$~i', 'entente_embed' );
}
add_action( 'init', 'entente_register_content' );
