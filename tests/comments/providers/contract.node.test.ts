import { jsonfeed } from '../../../src/comments/providers/jsonfeed.js';
import { local } from '../../../src/comments/providers/local.js';
import { waline } from '../../../src/comments/providers/waline.js';
import { wordpress } from '../../../src/comments/providers/wordpress.js';
import { contract } from './contract.js';
import { JsonFeed } from '../../support/comment-servers/jsonfeed.js';
import { Mastodon, mastodon } from '../../support/comment-servers/mastodon.js';
import { Notes } from '../../support/comment-servers/notes.js';
import { Waline } from '../../support/comment-servers/waline.js';
import { WordPress } from '../../support/comment-servers/wordpress.js';

contract({
  title: 'WordPress',
  factory: wordpress,
  engine: () => new WordPress(),
  wills: ['held', 'closed', 'login', 'author', 'author-wrong', 'too-long', 'flood', 'duplicate', 'empty'],
  refusal200: [{ code: 'rest_disabled', message: 'No', data: { status: 403 } }, 'comments/bad-answer'],
  unknownThread: 'comments/not-found',
});

contract({
  title: 'Waline',
  factory: waline,
  engine: () => new Waline(),
  wills: ['held', 'login', 'author', 'flood', 'duplicate', 'empty'],
  refusal200: [{ errno: 1000, errmsg: 'Duplicate Content' }, 'comments/duplicate'],
});

contract({
  title: 'a JSON Feed',
  factory: jsonfeed,
  engine: () => new JsonFeed(),
  wills: ['held', 'closed', 'login', 'author', 'too-long', 'flood', 'duplicate', 'empty'],
  refusal200: [{ _entente: { error: 'closed' } }, 'comments/closed'],
  ownPages: true,
});

contract({
  title: 'notes in this browser',
  factory: local,
  engine: () => new Notes(),
  wills: ['empty'],
  offline: true,
});

contract({
  title: 'an engine that is answered elsewhere',
  factory: mastodon,
  engine: () => new Mastodon(),
  wills: [],
  unknownThread: 'comments/not-found',
});
