<?php
// What the tests turn on and off, as options of the site.
// The one line that a site needs for comments of readers without an account.
add_filter('rest_allow_anonymous_comments', fn() => get_option('test_anonymous', '1') === '1');
// WordPress's own 15 seconds between two comments hold only where they are what is tested.
if (get_option('test_flood') !== '1') remove_action('check_comment_flood', 'check_comment_flood_db', 10);
// No mail leaves.
add_filter('pre_wp_mail', '__return_true');
