/** Latin letters that are more than a letter with a mark. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};

/** Room for what makes an id unique: ids have 64 characters at the most. */
const MAX_LENGTH = 56;

/** A text as an id, such as `treaty-of-saadabad`; empty if nothing in it is Latin. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]/gu, (char) => LETTERS[char] ?? '-')
    .replace(/-+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-|-$/g, '');

/** Hands out ids that are all different: the one asked for, else with a number behind it. */
export function uniqueIds(): (wanted: string) => string {
  const taken = new Set<string>();
  /** How often an id was asked for, so that a thousand alike do not each try a thousand. */
  const counts = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    for (let n = (counts.get(wanted) ?? 1) + 1; taken.has(id); n++) {
      id = `${wanted}-${n}`;
      counts.set(wanted, n);
    }
    taken.add(id);
    return id;
  };
}
