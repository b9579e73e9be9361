<?php
/**
 * What PHP knows of a feed: as much of it as stands in for the element. A feed is somebody else's text: each
 * field is looked at, and nothing of it is HTML.
 *
 * @package Entente
 */

defined( 'ABSPATH' ) || exit;

/** Bytes of a feed that are read. */
const ENTENTE_FEED_SIZE = 2 * MB_IN_BYTES;
/** Seconds that a page view waits for a feed. */
const ENTENTE_FEED_PATIENCE = 3;
/** Feeds that are asked for in one page view; the others are asked for in the next ones. */
const ENTENTE_FEEDS_AT_ONCE = 2;

/**
 * A field as text of limited length.
 *
 * @param mixed  $data   Decoded JSON.
 * @param string $name   Its field.
 * @param int    $length Characters to keep.
 * @return string
 */
function entente_field( $data, $name, $length = 600 ) {
	if ( ! is_array( $data ) || ! isset( $data[ $name ] ) || ! is_string( $data[ $name ] ) ) {
		return '';
	}
	return mb_substr( trim( wp_check_invalid_utf8( $data[ $name ] ) ), 0, $length );
}

/**
 * An absolute address of a page.
 *
 * @param mixed  $data Decoded JSON.
 * @param string $name Its field.
 * @return string
 */
function entente_link_field( $data, $name ) {
	$url = entente_field( $data, $name, 2000 );
	return preg_match( '~^https?://[^\s]+$~iD', $url ) ? $url : '';
}

/**
 * The periods of a feed that can be read, in their order.
 *
 * @param mixed $list Decoded JSON.
 * @return array<int, array{title: string, level: string, from: int, to: int}>
 */
function entente_periods( $list ) {
	$periods = array();
	foreach ( is_array( $list ) ? array_slice( $list, 0, 100 ) : array() as $item ) {
		$bounds = entente_bounds( is_array( $item ) && isset( $item['interval'] ) ? $item['interval'] : null );
		if ( $bounds ) {
			$periods[] = $bounds + array(
				'title' => entente_field( $item, 'title', 200 ),
				'level' => entente_field( $item, 'level', 20 ),
			);
		}
	}
	return $periods;
}

/**
 * What is needed of a feed.
 *
 * @param string $json The file.
 * @return array|null Null if it cannot be shown.
 */
function entente_read_feed( $json ) {
	$data   = json_decode( $json, true, 32 );
	$as_of  = entente_field( $data, 'asOf', 30 );
	$bounds = entente_day_bounds( $as_of );
	if ( ! is_array( $data ) || ! isset( $data['version'] ) || 1 !== $data['version'] || ! $bounds ) {
		return null;
	}
	$feed = array(
		'as_of'       => $as_of,
		'day'         => $bounds['to'],
		'stale_after' => entente_field( $data, 'staleAfter', 20 ),
		'lang'        => preg_replace( '/[^A-Za-z0-9-]/', '', entente_field( $data, 'lang', 35 ) ),
		'question'    => entente_field( $data, 'question' ),
		'past'        => entente_field( $data, 'pastQuestion' ),
		'answer'      => entente_field( $data, 'answer' ),
		'verdict'     => entente_field( $data, 'verdict', 2000 ),
		'permalink'   => entente_link_field( $data, 'permalink' ),
		'periods'     => entente_periods( isset( $data['periods'] ) ? $data['periods'] : null ),
		'level'       => '',
	);
	// Of two that hold the day, the one that starts later.
	$start = PHP_INT_MIN;
	foreach ( $feed['periods'] as $period ) {
		if ( $period['from'] <= $feed['day'] && $feed['day'] <= $period['to'] && $period['from'] >= $start ) {
			$feed['level'] = $period['level'];
			$start         = $period['from'];
		}
	}
	return '' === $feed['question'] ? null : $feed;
}

/**
 * A feed that comes with the plugin.
 *
 * @param string $id Its id.
 * @return array|null
 */
function entente_bundled_feed( $id ) {
	static $read = array();
	if ( ! array_key_exists( $id, $read ) ) {
		$file     = ENTENTE_DIR . "assets/feeds/$id.json";
		$is_there = preg_match( '/^[a-z0-9-]{1,64}$/D', $id ) && is_readable( $file );
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of the plugin.
		$read[ $id ] = $is_there ? entente_read_feed( file_get_contents( $file ) ) : null;
	}
	return $read[ $id ];
}

/**
 * The absolute address of a feed, by the rules that the elements have: https, or http on this site itself.
 *
 * @param string $src As the attribute has it.
 * @return string Empty if it is not to be asked.
 */
function entente_absolute( $src ) {
	$home = wp_parse_url( home_url( '/' ) );
	$base = $home['scheme'] . '://' . $home['host'] . ( isset( $home['port'] ) ? ":$home[port]" : '' );
	if ( 0 === strpos( $src, '//' ) ) {
		$src = $home['scheme'] . ':' . $src;
	} elseif ( 0 === strpos( $src, '/' ) ) {
		$src = $base . $src;
	}
	$is_ours = 0 === strpos( $src, "$base/" );
	return $is_ours || preg_match( '~^https://[^\s/]~i', $src ) ? $src : '';
}

/**
 * Asks for a feed.
 *
 * @param string $url Absolute address.
 * @return array|null
 */
function entente_fetch_feed( $url ) {
	$response = wp_safe_remote_get(
		$url,
		array(
			'timeout'             => ENTENTE_FEED_PATIENCE,
			'redirection'         => 2,
			'limit_response_size' => ENTENTE_FEED_SIZE,
			// Not the default, which tells the address and the version of this site.
			'user-agent'          => 'Entente',
			'headers'             => array( 'Accept' => 'application/json' ),
		)
	);
	if ( is_wp_error( $response ) || 200 !== wp_remote_retrieve_response_code( $response ) ) {
		return null;
	}
	return entente_read_feed( wp_remote_retrieve_body( $response ) );
}

/**
 * A feed from elsewhere: the copy that is kept, renewed every six hours. A feed that cannot be had is asked for
 * again after a quarter of an hour, and until then its last good copy stands.
 *
 * @param string $src As the attribute has it.
 * @return array|null
 */
function entente_remote_feed( $src ) {
	static $asked = 0;
	$url          = entente_absolute( $src );
	if ( '' === $url ) {
		return null;
	}
	// Another version may keep other fields.
	$key  = 'entente_feed_' . md5( ENTENTE_VERSION . ' ' . $url );
	$kept = get_transient( $key );
	if ( ! is_array( $kept ) || ! isset( $kept['until'] ) || ! array_key_exists( 'feed', $kept ) ) {
		$kept = array(
			'feed'  => null,
			'until' => 0,
		);
	}
	if ( time() < $kept['until'] || $asked >= ENTENTE_FEEDS_AT_ONCE ) {
		return $kept['feed'];
	}
	++$asked;
	// Said before it is asked: others who come meanwhile do not wait as well.
	$kept['until'] = time() + 15 * MINUTE_IN_SECONDS;
	set_transient( $key, $kept, MONTH_IN_SECONDS );
	$feed = entente_fetch_feed( $url );
	if ( $feed ) {
		$kept = array(
			'feed'  => $feed,
			'until' => time() + 6 * HOUR_IN_SECONDS,
		);
		set_transient( $key, $kept, MONTH_IN_SECONDS );
	}
	return $kept['feed'];
}

/**
 * The feed that a tag shows.
 *
 * @param array<string, string> $attributes Cleaned ones of a tag.
 * @return array|null
 */
function entente_feed( $attributes ) {
	$feed = isset( $attributes['src'] ) ? entente_remote_feed( $attributes['src'] ) : null;
	if ( ! $feed && isset( $attributes['feed'] ) ) {
		$feed = entente_bundled_feed( $attributes['feed'] );
	}
	return $feed;
}
