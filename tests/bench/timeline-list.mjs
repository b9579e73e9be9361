/**
 * What the timeline is measured against, and runs in a page: the same rows by hand, `map` in one `render`, in
 * a shadow root with the timeline's own style sheets, and `content-visibility: auto` for each row: without
 * pieces that is what makes one list fast. What a list does not need (filters, time travel, periods, slices) it
 * does not have.
 */
import { html, render } from 'lit';

const ARROWS = {
  closer: 'M1 6h8M6 2.5 9.5 6 6 9.5M23 6h-8M18 2.5 14.5 6 18 9.5',
  mixed: 'M1 3.8h15M13 1.2l3 2.6-3 2.6M23 8.6H8M11 6l-3 2.6 3 2.6',
  apart: 'M2 6h7M5 2.5 1.5 6 5 9.5M22 6h-7M19 2.5 22.5 6 19 9.5M12 2v8',
  none: 'M4 6h16',
};
const NAMES = { closer: 'Closer', mixed: 'Mixed', apart: 'Apart', none: 'No change' };

const format = (options) =>
  new Intl.DateTimeFormat('en-GB', { year: 'numeric', ...options, timeZone: 'UTC' });
const formats = {
  4: format({}),
  7: format({ month: 'short' }),
  10: format({ month: 'short', day: 'numeric' }),
};

const row = ({ id, date, title, text, effect, dimension, sources }, names, numbers) =>
  html`<li class="event" part="event" data-event=${id}>
    <time datetime=${date}>${formats[date.length].format(new Date(date))}</time>
    <div>
      <div class="event-title" role="heading" aria-level="4" tabindex="-1">${title}</div>
      <p>
        ${text}<span class="source-refs" part="source-ref"
          >${sources.map(
            (source) =>
              html`<button
                type="button"
                data-action="showSource"
                data-value=${numbers.get(source)}
                aria-label="Source ${numbers.get(source)}"
              >
                ${numbers.get(source)}
              </button>`,
          )}</span
        >
      </p>
      <div class="event-details">
        <span class="effect" part="effect" data-effect=${effect}
          ><svg viewBox="0 0 24 12" aria-hidden="true"><path d=${ARROWS[effect]}></path></svg
          >${NAMES[effect]}</span
        ><span>${names.get(dimension)}</span
        ><button class="button" type="button" data-action="copyLink" data-value=${id}>Copy link</button>
      </div>
    </div>
  </li>`;

const host = document.querySelector('#list');
const root = host.attachShadow({ mode: 'open' });
const ROWS = `.period ol { content-visibility: visible; }
  .event { content-visibility: auto; contain-intrinsic-size: auto 110px; }`;
root.adoptedStyleSheets = [...window.css, ROWS].map((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
});

fetch(host.dataset.src)
  .then((response) => response.json())
  .then(({ events, dimensions, sources }) => {
    const names = new Map(dimensions.map(({ id, name }) => [id, name]));
    const numbers = new Map(sources.map(({ id }, i) => [id, i + 1]));
    // Whoever draws a list keeps what it is drawn from.
    host.events = events.toReversed();
    render(
      html`<div class="wrapper" lang="en" dir="ltr">
        <article class="box timeline">
          <div class="events">
            <section class="period" data-level="none">
              <ol>
                ${host.events.map((event) => row(event, names, numbers))}
              </ol>
            </section>
          </div>
        </article>
      </div>`,
      root,
    );
  });
