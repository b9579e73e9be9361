/**
 * Serves `/csp/<policy>/<page>` from tests/pages/<page>.html under a Content-Security-Policy, for tests to
 * load in a same-origin iframe. What the policy stops is collected by tests/pages/probe.js.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; frame-ancestors 'self'";
const TRUSTED = `${STRICT}; require-trusted-types-for 'script'`;

const POLICIES = {
  strict: STRICT,
  'strict-tt': TRUSTED,
  'tt-lit': `${TRUSTED}; trusted-types lit-html`,
  'tt-none': `${TRUSTED}; trusted-types 'none'`,
};

export function cspPlugin() {
  let root;
  return {
    name: 'csp',
    serverStart({ config }) {
      root = config.rootDir;
    },
    serve({ path }) {
      const [, policy, page] = /^\/csp\/([\w-]+)\/([\w-]+)$/.exec(path) ?? [];
      if (!Object.hasOwn(POLICIES, policy ?? '')) return undefined;
      return {
        body: readFileSync(join(root, 'tests/pages', `${page}.html`), 'utf8'),
        type: 'html',
        headers: { 'content-security-policy': POLICIES[policy], 'cache-control': 'no-store' },
      };
    },
    // The runner's own middleware would add its inline scripts to any HTML it serves.
  };
}
