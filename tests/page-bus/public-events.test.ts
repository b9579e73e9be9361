import { expect, fixture, html } from '@open-wc/testing';
import {
  EntenteAsOfEvent,
  EntenteErrorEvent,
  EntenteReadyEvent,
  EntenteWarningEvent,
} from '../../src/page-bus/public-events.js';

describe('events', () => {
  const issues = [
    {
      path: 'events[3].date',
      expected: 'a date',
      got: 'x',
      message: 'events[3].date: expected a date, got x',
    },
  ];
  const events: [Event, type: string, fields: object][] = [
    [new EntenteAsOfEvent('a-b', '1971'), 'entente-as-of', { feed: 'a-b', date: '1971' }],
    [new EntenteAsOfEvent('a-b', null), 'entente-as-of', { feed: 'a-b', date: null }],
    [new EntenteReadyEvent(), 'entente-ready', {}],
    [new EntenteErrorEvent('feed/http'), 'entente-error', { code: 'feed/http', path: undefined }],
    [new EntenteErrorEvent('feed/invalid', 'id'), 'entente-error', { code: 'feed/invalid', path: 'id' }],
    [new EntenteWarningEvent(issues), 'entente-warning', { issues }],
  ];
  for (const [event, type, fields] of events)
    it(`${type} ${JSON.stringify(fields)} reaches the page out of a shadow tree`, async () => {
      const host = await fixture<HTMLElement>(html`<p></p>`);
      const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('i'));
      let heard: Event | undefined;
      document.addEventListener(type, (e) => (heard = e), { once: true });
      inner.dispatchEvent(event);
      expect(heard).to.equal(event);
      expect(heard).to.include(fields);
    });
});
