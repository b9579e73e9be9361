import { JsonFeedProvider } from '../../../src/comments/providers/jsonfeed.js';
import { LocalProvider } from '../../../src/comments/providers/local.js';
import { WalineProvider } from '../../../src/comments/providers/waline.js';
import { WordPressProvider } from '../../../src/comments/providers/wordpress.js';
import { contract } from './contract.js';
import { JsonFeed } from '../../support/comment-servers/jsonfeed.js';
import { Notes } from '../../support/comment-servers/notes.js';
import { Waline } from '../../support/comment-servers/waline.js';
import { WordPress } from '../../support/comment-servers/wordpress.js';

contract({
  title: 'WordPress',
  provider: WordPressProvider,
  engine: () => new WordPress(),
  wills: ['pending', 'closed', 'login', 'author', 'author-wrong', 'too-long', 'flood', 'duplicate', 'empty'],
  refusal200: [{ code: 'rest_disabled', message: 'No', data: { status: 403 } }, 'comments/bad-answer'],
  unknownThread: 'comments/not-found',
});

contract({
  title: 'Waline',
  provider: WalineProvider,
  engine: () => new Waline(),
  wills: ['pending', 'login', 'author', 'flood', 'duplicate', 'empty'],
  refusal200: [{ errno: 1000, errmsg: 'Duplicate Content' }, 'comments/duplicate'],
});

contract({
  title: 'a JSON Feed',
  provider: JsonFeedProvider,
  engine: () => new JsonFeed(),
  wills: ['pending', 'closed', 'login', 'author', 'too-long', 'flood', 'duplicate', 'empty'],
  refusal200: [{ _entente: { error: 'closed' } }, 'comments/closed'],
  ownPages: true,
});

contract({
  title: 'notes in this browser',
  provider: LocalProvider,
  engine: () => new Notes(),
  wills: ['empty'],
  offline: true,
});
