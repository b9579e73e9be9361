/** A reader who has signed in to WordPress: the cookies, and the nonce that its pages hand to their scripts. */
export async function signIn(url: string, user: string): Promise<{ cookie: string; nonce: string }> {
  const response = await fetch(`${url}/wp-login.php`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
    body: new URLSearchParams({ log: user, pwd: `${user}pass`, testcookie: '1' }),
  });
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const answer = await fetch(`${url}/wp-admin/admin-ajax.php?action=rest-nonce`, { headers: { cookie } });
  return { cookie, nonce: await answer.text() };
}
