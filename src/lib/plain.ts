/**
 * Control characters and halves of characters: no text needs them, XML and URLs cannot hold them. Nor what
 * overrides direction: left open, it would turn around what stands beside it. Marks and joiners stay.
 */
export const UNSAFE = /(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/** Text from elsewhere with the line breaks of here, and without what no text may hold. */
export const plainText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNSAFE, '');
