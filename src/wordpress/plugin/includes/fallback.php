<?php
/**
 * What stands in for an element: in RSS, mail, readers, print, search, and without JavaScript.
 *
 * @package Entente
 */

defined( 'ABSPATH' ) || exit;

/**
 * The names of the scale.
 *
 * @param string $level Key of a feed; others are not rated.
 * @return string
 */
function entente_level( $level ) {
	$names = array(
		'conflict'    => __( 'In conflict', 'entente' ),
		'hostile'     => __( 'Hostile', 'entente' ),
		'strained'    => __( 'Strained', 'entente' ),
		'neutral'     => __( 'Working relations', 'entente' ),
		'cooperative' => __( 'Cooperative', 'entente' ),
		'partner'     => __( 'Partners', 'entente' ),
		'allied'      => __( 'Allied', 'entente' ),
	);
	return isset( $names[ $level ] ) ? $names[ $level ] : __( 'Not rated', 'entente' );
}

/**
 * Text that somebody wrote to stand in, as narrow as the elements themselves write it.
 *
 * @param string $html From the post.
 * @return string
 */
function entente_kses( $html ) {
	$all     = array(
		'lang' => true,
		'dir'  => true,
	);
	$allowed = array_fill_keys(
		array( 'section', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'div', 'strong', 'b', 'em', 'i', 'small', 'span', 'bdi', 'br', 'blockquote', 'cite' ),
		$all
	);

	$allowed['time'] = $all + array( 'datetime' => true );
	$allowed['a']    = $all + array( 'href' => true );
	return trim( wp_kses( $html, $allowed, array( 'http', 'https', 'mailto' ) ) );
}

/**
 * An element in the language of the feed.
 *
 * @param string $tag  Name of the HTML element.
 * @param string $text Text of a feed.
 * @param array  $feed The feed.
 * @return string HTML, empty without a text.
 */
function entente_feed_text( $tag, $text, $feed ) {
	if ( '' === $text ) {
		return '';
	}
	$lang = '' === $feed['lang'] ? '' : sprintf( ' lang="%s"', esc_attr( $feed['lang'] ) );
	return sprintf( '<%1$s%2$s dir="auto">%3$s</%1$s>', $tag, $lang, esc_html( $text ) );
}

/**
 * The periods of a record as a list.
 *
 * @param array $feed The feed.
 * @return string HTML.
 */
function entente_periods_html( $feed ) {
	$items = '';
	foreach ( $feed['periods'] as $period ) {
		$from = PHP_INT_MIN === $period['from'] ? '' : (int) floor( $period['from'] / 10000 );
		// What goes on has no end.
		$to     = $period['to'] > $feed['day'] ? '' : (int) floor( $period['to'] / 10000 );
		$years  = $from === $to ? $from : $from . '–' . $to;
		$items .= sprintf(
			'<li>%s: %s (%s)</li>',
			esc_html( $years ),
			entente_feed_text( 'span', $period['title'], $feed ),
			esc_html( entente_level( $period['level'] ) )
		);
	}
	return $items ? "<ol>$items</ol>" : '';
}

/**
 * The state of a feed at present: answer, level and date.
 *
 * @param array  $feed The feed.
 * @param string $tag  Of the element.
 * @return string HTML.
 */
function entente_present_html( $feed, $tag ) {
	$date = entente_date_html( $feed['as_of'] );
	$html = '';
	if ( '' !== $feed['answer'] ) {
		$html .= '<p>' . entente_feed_text( 'strong', $feed['answer'], $feed ) . '</p>';
	}
	$html .= entente_feed_text( 'p', $feed['verdict'], $feed );
	/* translators: 1: level such as "Cooperative", 2: date. */
	$level = sprintf( esc_html__( 'Level: %1$s. As of %2$s.', 'entente' ), '<strong>' . esc_html( entente_level( $feed['level'] ) ) . '</strong>', $date );
	$html .= "<p>$level";
	if ( entente_is_stale( $feed['as_of'], $feed['stale_after'] ) ) {
		$html .= ' ' . esc_html__( 'May be out of date.', 'entente' );
	}
	$html .= '</p>';
	return $html . ( 'entente-timeline' === $tag ? entente_periods_html( $feed ) : '' );
}

/**
 * What stands in for a card or a timeline. As of a past day there is no present state in it: what was known
 * then takes the whole record to tell.
 *
 * @param string                $tag        Of the element.
 * @param array<string, string> $attributes Cleaned ones.
 * @return string HTML.
 */
function entente_record_html( $tag, $attributes ) {
	$feed  = entente_feed( $attributes );
	$asked = entente_bounds( isset( $attributes['as-of'] ) ? $attributes['as-of'] : null );
	$link  = isset( $attributes['src'] ) ? $attributes['src'] : '';
	if ( ! $feed ) {
		return $link ? entente_link_html( $link ) : '';
	}
	$link    = $feed['permalink'] ? $feed['permalink'] : $link;
	$is_past = $asked && $asked['to'] < $feed['day'];
	$heading = isset( $attributes['heading-level'] ) && preg_match( '/^[1-6]$/', $attributes['heading-level'] ) ? $attributes['heading-level'] : '2';
	if ( isset( $attributes['view'] ) && 'badge' === $attributes['view'] ) {
		return entente_badge_text( $feed, $is_past ? $attributes['as-of'] : '' );
	}
	$html = '<section>' . entente_feed_text( "h$heading", $is_past && $feed['past'] ? $feed['past'] : $feed['question'], $feed );
	if ( $is_past ) {
		/* translators: %s: date. */
		$html .= '<p>' . sprintf( esc_html__( 'As of %s.', 'entente' ), entente_date_html( $attributes['as-of'] ) ) . '</p>';
	} else {
		$html .= entente_present_html( $feed, $tag );
	}
	return $html . ( $link ? entente_link_html( $link ) : '' ) . '</section>';
}

/**
 * A paragraph that leads to the record itself.
 *
 * @param string $url Address.
 * @return string HTML, empty unless it is http(s) or on this site.
 */
function entente_link_html( $url ) {
	$href = esc_url( entente_absolute( $url ) ? entente_absolute( $url ) : $url, array( 'http', 'https' ) );
	return $href ? sprintf( '<p><small><a href="%s">%s</a></small></p>', $href, esc_html__( 'The record and its sources, as data', 'entente' ) ) : '';
}

/**
 * What stands in for a badge: a few words that fit into a sentence.
 *
 * @param array  $feed The feed.
 * @param string $past The past day that is asked for, if there is one.
 * @return string HTML without tags.
 */
function entente_badge_text( $feed, $past ) {
	$date = wp_strip_all_tags( entente_date_html( $past ? $past : $feed['as_of'] ) );
	if ( $past ) {
		/* translators: 1: question, 2: date. */
		return esc_html( sprintf( __( '%1$s (as of %2$s)', 'entente' ), $feed['past'] ? $feed['past'] : $feed['question'], $date ) );
	}
	/* translators: 1: question, 2: level such as "Cooperative", 3: date. */
	return esc_html( sprintf( __( '%1$s %2$s, as of %3$s', 'entente' ), $feed['question'], entente_level( $feed['level'] ), $date ) );
}
