import type { FeedEvent } from '../../record/schema.js';
import { noteRest, take, takeBag } from './foreign-values.js';
import type { Bag, Log } from './foreign-values.js';
import { readHtml, readLine } from './html-text.js';
import type { Link, Prose } from './html-text.js';
import { webAddress } from './sources.js';

/** What the media of a slide become. */
export interface Taken {
  media?: FeedEvent['media'];
  /** Addresses that become sources. */
  links: (Link & { publisher?: string })[];
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
function readMedia(url: string, log: Log): Prose {
  // HTML in place of an address: a frame with one, or a quotation with its link.
  if (url.startsWith('<')) {
    log.changed('the media are HTML: addresses are kept as sources, words in the text');
    return readHtml(url);
  }
  if (webAddress(url)) log.changed(whyNot(webAddress(url) ?? url));
  else if (url.startsWith('data:')) {
    log.leftOut('a picture that has no text for those who do not see it');
    return { text: '', links: [] };
  }
  return { text: '', links: url ? [{ url, title: '' }] : [] };
}

/** Takes the media of a slide apart: a picture that can be shown, an address, or a quotation. */
export function mediaOf(slide: Bag, log: Log): Taken {
  const bag = takeBag(slide, 'media', 'url', log);
  noteRest(bag, KEYS, log);
  const url = take(bag, 'url', log);
  const link = take(bag, 'link', log);
  const [caption, credit, alt, title] = (['caption', 'credit', 'alt', 'title'] as const).map((key) =>
    readLine(take(bag, key, log)),
  ) as [Prose, Prose, Prose, Prose];
  const links: Taken['links'] = [...caption.links, ...credit.links];
  const words = [title, caption, credit].map(({ text }) => text).filter(Boolean);
  const src = picture(url);
  const described = alt.text || caption.text || title.text;

  if (src && described) {
    const page = webAddress(link);
    if (link && !page) log.leftOut('the link of the picture, which is no web address');
    const said = words.filter((text) => text !== described);
    const media = {
      src,
      alt: described,
      ...(said.length && { credit: said.join(' · ') }),
      ...(page && { url: page }),
    };
    return { media, links, paragraphs: [] };
  }

  const { text, links: found } = readMedia(url, log);
  if (alt.text) words.push(alt.text);
  if (words.length) log.changed('caption and credit of the media are kept in the text');
  const named = title.text || caption.text;
  if (link) found.push({ url: link, title: named });
  return {
    links: [...found.map((one) => ({ ...one, title: one.title || named, publisher: credit.text })), ...links],
    paragraphs: [text, words.join(' · ')].filter(Boolean),
  };
}
