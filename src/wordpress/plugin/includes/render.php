<?php
/**
 * The one place where tags are written: for blocks, shortcodes and addresses.
 *
 * @package Entente
 */

defined( 'ABSPATH' ) || exit;

/** Comments that stand in for the box. */
const ENTENTE_COMMENTS = 20;

/**
 * What stands in for the comments: the latest of them, oldest first, and the way to the post. In feeds the
 * comments have a feed of their own.
 *
 * @param int $id Of the post.
 * @return string HTML.
 */
function entente_comments_html( $id ) {
	$post = $id ? get_post( $id ) : null;
	// Any post can be named: one that is not for everybody keeps its comments to itself.
	if ( ! $post || ! is_post_publicly_viewable( $post ) || post_password_required( $post ) ) {
		return '';
	}
	$number = (int) get_comments_number( $post );
	/* translators: %s: number of comments. */
	$count    = sprintf( _n( '%s comment', '%s comments', $number, 'entente' ), number_format_i18n( $number ) );
	$html     = sprintf( '<p><a href="%s">%s</a></p>', esc_url( get_permalink( $post ) ), esc_html( $count ) );
	$comments = is_feed() ? array() : get_comments(
		array(
			'post_id' => $post->ID,
			'status'  => 'approve',
			'type'    => 'comment',
			'number'  => ENTENTE_COMMENTS,
		)
	);
	$items    = '';
	foreach ( array_reverse( $comments ) as $comment ) {
		$items .= sprintf(
			'<li><p><b>%s</b>, <time datetime="%s">%s</time></p>%s</li>',
			esc_html( get_comment_author( $comment ) ),
			esc_attr( get_comment_date( 'c', $comment ) ),
			esc_html( get_comment_date( '', $comment ) ),
			wpautop( esc_html( wp_strip_all_tags( $comment->comment_content ) ) )
		);
	}
	return $html . ( $items ? "<ol>$items</ol>" : '' );
}

/**
 * The comments of this site are those of the post that the box is in, unless something else is asked for.
 *
 * @param array<string, string> $attributes Cleaned ones.
 * @return array<string, string>
 */
function entente_comments_defaults( $attributes ) {
	$is_here = ! isset( $attributes['provider'] ) || ( 'wordpress' === $attributes['provider'] && ! isset( $attributes['endpoint'] ) );
	if ( ! $is_here ) {
		return $attributes;
	}
	$defaults = array(
		'provider'    => 'wordpress',
		'endpoint'    => home_url( '/' ),
		'thread'      => (string) get_the_ID(),
		'privacy-url' => get_privacy_policy_url(),
	);
	return $attributes + array_filter( $defaults );
}

/**
 * A tag with what stands in for it.
 *
 * @param string $tag      One of entente_tags().
 * @param array  $given    Its attributes, as somebody wrote them.
 * @param string $fallback HTML to stand in, as somebody wrote it; else it is made of the feed.
 * @param string $wrapper  Attributes of the element around it, as HTML.
 * @return string HTML.
 */
function entente_render( $tag, $given, $fallback = '', $wrapper = 'class="entente"' ) {
	$attributes = entente_clean( $tag, is_array( $given ) ? $given : array() );
	$is_badge   = 'entente-card' === $tag && isset( $attributes['view'] ) && 'badge' === $attributes['view'];
	$fallback   = $is_badge ? esc_html( wp_strip_all_tags( $fallback ) ) : entente_kses( $fallback );
	if ( 'entente-comments' === $tag ) {
		$attributes = entente_comments_defaults( $attributes );
		$is_ours    = isset( $attributes['endpoint'], $attributes['thread'] ) && home_url( '/' ) === $attributes['endpoint'];
		if ( '' === $fallback && $is_ours ) {
			$fallback = entente_comments_html( (int) $attributes['thread'] );
		}
		entente_use_session();
	} elseif ( '' === $fallback ) {
		$fallback = entente_record_html( $tag, $attributes );
	}
	entente_use( isset( $attributes['lang'] ) ? $attributes['lang'] : '' );
	$element = "<$tag" . entente_attributes_html( $attributes ) . ">$fallback</$tag>";
	// A badge stands in a sentence, where a block would end the paragraph.
	return $is_badge && 'class="entente"' === $wrapper ? $element : "<div $wrapper>\n$element\n</div>";
}
