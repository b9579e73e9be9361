import iranPakistan from '../../data/iran-pakistan.json';

/** The raw feed of this id that comes with the file, if there is one. */
export const bundledFeed = (id: string): unknown => (id === iranPakistan.id ? iranPakistan : undefined);
