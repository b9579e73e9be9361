import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { architecturePicture } from '../../src/tools/architecture-picture.mjs';

describe('The picture of the architecture', () => {
  it('is what the imports say: `npm run docs` draws it', () => {
    expect(architecturePicture()).to.equal(readFileSync('docs/architecture.svg', 'utf8'));
  });
});
