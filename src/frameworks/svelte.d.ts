/** `import 'entente-elements/svelte'`: the tags, and their types in Svelte's templates (5 and later). */
import type { HTMLAttributes } from 'svelte/elements';
import type { Elements, Props, Tag } from './attributes.js';

type Own<T extends Tag> = Props<T> & Omit<HTMLAttributes<Elements[T]>, keyof Props<T>>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'entente-card': Own<'entente-card'>;
    'entente-timeline': Own<'entente-timeline'>;
    'entente-comments': Own<'entente-comments'>;
  }
}
