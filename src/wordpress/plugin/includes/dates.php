<?php
/**
 * Dates as feeds have them: EDTF, of which a day, a month or a year may be known, and any part be doubtful.
 *
 * @package Entente
 */

defined( 'ABSPATH' ) || exit;

/**
 * How many days a month has.
 *
 * @param int $year  Year, also before 1.
 * @param int $month Month, 1 to 12.
 * @return int
 */
function entente_days_in_month( $year, $month ) {
	if ( 2 !== $month ) {
		return in_array( $month, array( 4, 6, 9, 11 ), true ) ? 30 : 31;
	}
	return 0 === $year % 4 && ( 0 !== $year % 100 || 0 === $year % 400 ) ? 29 : 28;
}

/**
 * First and last day that one date may mean.
 *
 * @param string $text A date without a slash.
 * @return array{from: int, to: int}|null Days as numbers that sort, such as 20260702; null if it is no date.
 */
function entente_day_bounds( $text ) {
	$plain = str_replace( array( '~', '?', '%' ), '', $text );
	if ( ! preg_match( '/^(-?)([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?$/D', $plain, $parts ) ) {
		return null;
	}
	$years = array( (int) str_replace( 'X', '0', $parts[2] ), (int) str_replace( 'X', '9', $parts[2] ) );
	if ( '-' === $parts[1] ) {
		$years = array( -$years[1], -$years[0] );
	}
	$months = array( 1, 12 );
	if ( isset( $parts[3] ) && false === strpos( $parts[3], 'X' ) ) {
		$month = (int) $parts[3];
		// A season means its whole year.
		$is_season = $month >= 21 && $month <= 24 && ! isset( $parts[4] );
		if ( ! $is_season && ( $month < 1 || $month > 12 ) ) {
			return null;
		}
		$months = $is_season ? $months : array( $month, $month );
	}
	$days = array( 1, entente_days_in_month( $years[1], $months[1] ) );
	if ( isset( $parts[4] ) && false === strpos( $parts[4], 'X' ) ) {
		$day = (int) $parts[4];
		if ( $day < 1 || $day > $days[1] ) {
			return null;
		}
		$days = array( $day, $day );
	}
	return array(
		'from' => $years[0] * 10000 + $months[0] * 100 + $days[0],
		'to'   => $years[1] * 10000 + $months[1] * 100 + $days[1],
	);
}

/**
 * First and last day of a date or an interval.
 *
 * @param mixed $text EDTF, such as 1947-08, 194X or 2024-01-29/..
 * @return array{from: int, to: int}|null
 */
function entente_bounds( $text ) {
	if ( ! is_string( $text ) || strlen( $text ) > 60 ) {
		return null;
	}
	$ends = explode( '/', $text );
	if ( 1 === count( $ends ) ) {
		return entente_day_bounds( $text );
	}
	$is_open = array(
		in_array( $ends[0], array( '', '..' ), true ),
		in_array( $ends[1], array( '', '..' ), true ),
	);
	$from    = $is_open[0] ? array( 'from' => PHP_INT_MIN ) : entente_day_bounds( $ends[0] );
	$to      = $is_open[1] ? array( 'to' => PHP_INT_MAX ) : entente_day_bounds( $ends[1] );
	if ( count( $ends ) > 2 || ! $from || ! $to || $from['from'] > $to['to'] ) {
		return null;
	}
	return array(
		'from' => $from['from'],
		'to'   => $to['to'],
	);
}

/**
 * A date as the site prints dates, as precise as it is known, in a `<time>` where HTML knows such a date.
 *
 * @param string $text EDTF.
 * @return string HTML.
 */
function entente_date_html( $text ) {
	if ( ! preg_match( '/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/D', $text, $parts ) || (int) $parts[1] < 1 ) {
		return esc_html( $text );
	}
	$month  = isset( $parts[2] ) ? (int) $parts[2] : 1;
	$day    = isset( $parts[3] ) ? (int) $parts[3] : 1;
	$format = isset( $parts[3] ) ? get_option( 'date_format' ) : ( isset( $parts[2] ) ? 'F Y' : 'Y' );
	$time   = ( new DateTimeImmutable( 'now', new DateTimeZone( 'UTC' ) ) )->setDate( (int) $parts[1], $month, $day )->setTime( 12, 0 );
	return sprintf(
		'<time datetime="%s">%s</time>',
		esc_attr( $text ),
		esc_html( wp_date( $format, $time->getTimestamp(), new DateTimeZone( 'UTC' ) ) )
	);
}

/**
 * Is a record older than it says it may be?
 *
 * @param string $as_of The day that it covers up to.
 * @param string $after ISO 8601 duration from then.
 * @return bool
 */
function entente_is_stale( $as_of, $after ) {
	$bounds = entente_day_bounds( $as_of );
	if ( ! $bounds || $bounds['to'] < 10000 ) {
		return false;
	}
	try {
		$end = DateTimeImmutable::createFromFormat( '!Ymd', sprintf( '%08d', $bounds['to'] ), new DateTimeZone( 'UTC' ) );
		return $end && $end->add( new DateInterval( $after ) )->getTimestamp() < time();
	} catch ( Exception $error ) {
		return false;
	}
}
