import type { FeedEvent } from '../../record/schema.js';
import { readHtml, readLine } from './html-text.js';
import type { LinkedText } from './html-text.js';
import type { NoteTaker, SlideReader } from './imported-timeline.js';
import { webAddress } from './sources.js';
import type { SourceLink } from './sources.js';

/** What the media of a slide become. */
export interface ReadMedia {
  media?: FeedEvent['media'];
  /** Addresses that become sources. */
  links: SourceLink[];
  /** Paragraphs for the event's text. */
  paragraphs: string[];
}

const KEYS = ['url', 'caption', 'credit', 'alt', 'title', 'link'];
const PICTURE = /\.(jpe?g|png|gif|webp|avif|svg)$/i;

/** An address that a feed may show as a picture. */
function picture(url: string): string | undefined {
  if (/^data:image\/\S+$/.test(url)) return url;
  const address = webAddress(url);
  return address?.startsWith('https:') && PICTURE.test(new URL(address).pathname) ? address : undefined;
}

/** Why an address is a source and no picture. */
const whyNot = (address: string): string =>
  !PICTURE.test(new URL(address).pathname)
    ? 'the media are no picture: their address is kept as a source'
    : address.startsWith('http:')
      ? 'the picture is not on https: its address is kept as a source'
      : 'the picture has no text for those who do not see it: its address is kept as a source';

/** Addresses, and words, of media that are no picture. */
function readOtherMedia(url: string, notes: NoteTaker): LinkedText {
  // HTML in place of an address: a frame with one, or a quotation with its link.
  if (url.startsWith('<')) {
    notes.changed('the media are HTML: addresses are kept as sources, words in the text');
    return readHtml(url);
  }
  if (webAddress(url)) notes.changed(whyNot(webAddress(url) ?? url));
  else if (url.startsWith('data:')) {
    notes.leftOut('a picture that has no text for those who do not see it');
    return { text: '', links: [] };
  }
  return { text: '', links: url ? [{ url, title: '' }] : [] };
}

/** Takes the media of a slide apart: a picture that can be shown, an address, or a quotation. */
export function mediaOf(slide: SlideReader): ReadMedia {
  const values = slide.object('media', 'url');
  const { notes } = values;
  values.noteOthers(KEYS);
  const [url, link] = [values.text('url'), values.text('link')];
  const caption = readLine(values.text('caption'));
  const credit = readLine(values.text('credit'));
  const alt = readLine(values.text('alt'));
  const title = readLine(values.text('title'));
  const links: SourceLink[] = [...caption.links, ...credit.links];
  const words = [title, caption, credit].map(({ text }) => text).filter(Boolean);
  const src = picture(url);
  const described = alt.text || caption.text || title.text;

  if (src && described) {
    const page = webAddress(link);
    if (link && !page) notes.leftOut('the link of the picture, which is no web address');
    const said = words.filter((text) => text !== described);
    const media = {
      src,
      alt: described,
      ...(said.length && { credit: said.join(' · ') }),
      ...(page && { url: page }),
    };
    return { media, links, paragraphs: [] };
  }

  const { text, links: found } = readOtherMedia(url, notes);
  if (alt.text) words.push(alt.text);
  if (words.length) notes.changed('caption and credit of the media are kept in the text');
  const named = title.text || caption.text;
  if (link) found.push({ url: link, title: named });
  return {
    links: [...found.map((one) => ({ ...one, title: one.title || named, publisher: credit.text })), ...links],
    paragraphs: [text, words.join(' · ')].filter(Boolean),
  };
}
