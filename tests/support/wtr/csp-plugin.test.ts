import { expect } from '@open-wc/testing';

/** Loads a page of tests/pages under a named policy, and tells what the policy stopped. */
async function violations(policy: string): Promise<string[]> {
  const frame = document.createElement('iframe');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = `/csp/${policy}/inline`;
  document.body.append(frame);
  await loaded;
  const page = frame.contentWindow as (Window & { violations?: string[] }) | null;
  // The event is a task of its own, after the parser has met the attribute.
  for (let turn = 0; turn < 50 && !page?.violations?.length; turn++) await new Promise(requestAnimationFrame);
  const found = page?.violations ?? [];
  frame.remove();
  return found;
}

describe('pages under a Content-Security-Policy', () => {
  for (const policy of ['strict', 'strict-tt', 'tt-lit', 'tt-none'])
    it(`${policy} stops an inline style, and nothing else of the page`, async () => {
      const found = await violations(policy);
      expect(found).to.have.length(1);
      expect(found[0]).to.match(/^style-src(-attr)? inline/);
    });
});
