<?php
// A page of the site itself, with what WordPress hands to its scripts for a reader who has signed in.
require __DIR__ . '/wp-load.php';
$settings = is_user_logged_in() ? ['root' => rest_url(), 'nonce' => wp_create_nonce('wp_rest')] : [];
?>
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A page of this site</title>
<script>wpApiSettings = <?= wp_json_encode($settings) ?></script>
<script type="module" src="/entente.js"></script>
<entente-comments provider="wordpress" endpoint="/" thread="iran-pakistan"></entente-comments>
</html>
