import { expect } from '@open-wc/testing';
import { serve } from '../../support/comment-engine.js';
import { all, lines, open, part, parts, restore, spoken } from '../../support/comments.js';

describe('an engine that nobody can write to', () => {
  afterEach(restore);

  it('asks to sign in where it wants an account, and has no button that does nothing', async () => {
    const box = await open(serve(undefined, { anonymous: false }));
    expect(lines(box)).to.have.length(5);
    expect(parts(box, 'composer')).to.deep.equal([]);
    expect(spoken(part(box, 'sign-in'))).to.match(/sign/i);
    expect(all(box, 'a.button, .footer button, [data-action=edit], [data-action=askToDelete]')).to.deep.equal(
      [],
    );
  });

  it('says nothing of writing where it takes no comments', async () => {
    const engine = serve();
    engine.own['post'] = false;
    const box = await open(engine);
    expect(lines(box)).to.have.length(5);
    for (const name of ['composer', 'sign-in']) expect(parts(box, name)).to.deep.equal([]);
    expect(all(box, 'a.button, [data-action=reply]')).to.deep.equal([]);
  });
});
