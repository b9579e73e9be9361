<?php
/**
 * The three tags with their attributes, and how values of them are cleaned.
 *
 * @package Entente
 */

defined( 'ABSPATH' ) || exit;

/**
 * The attributes of each tag as the elements document them, with the kind of their values.
 *
 * @return array<string, array<string, string>> Tag => attribute => text, url or flag.
 */
function entente_tags() {
	static $tags = null;
	if ( null === $tags ) {
		$tags = require ENTENTE_DIR . 'includes/attributes.php';
	}
	return $tags;
}

/**
 * One value without what editors and word processors put around it, and into it: blanks and quotation marks,
 * and entities, which shortcodes leave as they are. Not sanitize_text_field(), which takes %20 out of addresses.
 *
 * @param mixed $value Whatever was given.
 * @return string
 */
function entente_text( $value ) {
	if ( ! is_scalar( $value ) ) {
		return '';
	}
	$text = html_entity_decode( wp_check_invalid_utf8( (string) $value ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	$text = preg_replace( '/[\x00-\x1f\x7f]+/', ' ', $text );
	return preg_replace( '/^[\s"\'“”„«»″]+|[\s"\'“”„«»″]+$/u', '', $text );
}

/**
 * An address with one of our schemes or none; what else it began with is gone.
 *
 * @param mixed $value Whatever was given.
 * @return string
 */
function entente_url( $value ) {
	return wp_kses_bad_protocol( entente_text( $value ), array( 'http', 'https', 'mailto' ) );
}

/**
 * Of what was given, the attributes that the tag has, each cleaned. Nothing else comes through.
 *
 * @param string $tag   One of entente_tags().
 * @param array  $given Attribute => value. A number as the key, as shortcodes have it, names a flag.
 * @return array<string, string> A flag that is set is the empty text.
 */
function entente_clean( $tag, $given ) {
	$clean = array();
	foreach ( entente_tags()[ $tag ] as $name => $kind ) {
		$value = isset( $given[ $name ] ) ? $given[ $name ] : '';
		if ( 'flag' === $kind ) {
			$is_bare = in_array( $name, array_filter( $given, 'is_int', ARRAY_FILTER_USE_KEY ), true );
			if ( $is_bare || in_array( $value, array( true, 'true', '1', 1, $name ), true ) ) {
				$clean[ $name ] = '';
			}
			continue;
		}
		$value = 'url' === $kind ? entente_url( $value ) : entente_text( $value );
		if ( '' !== $value ) {
			$clean[ $name ] = $value;
		}
	}
	return $clean;
}

/**
 * The attributes as HTML.
 *
 * @param array<string, string> $attributes As entente_clean() gives them.
 * @return string Escaped, each with a blank before it.
 */
function entente_attributes_html( $attributes ) {
	$html = '';
	foreach ( $attributes as $name => $value ) {
		$html .= ' ' . $name . ( '' === $value ? '' : '="' . esc_attr( $value ) . '"' );
	}
	return $html;
}
