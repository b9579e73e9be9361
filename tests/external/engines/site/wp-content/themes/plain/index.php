<!doctype html>
<title>A page</title>
<p>A page of this site.</p>
