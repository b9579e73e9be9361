/** `import 'entente-elements/preact'`: the tags, and their types in Preact's JSX. */
import type { HTMLAttributes } from 'preact';
import type { Elements, Props, Tag } from './attributes.js';

type Own<T extends Tag> = Props<T> & Omit<HTMLAttributes<Elements[T]>, keyof Props<T>>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'entente-card': Own<'entente-card'>;
      'entente-timeline': Own<'entente-timeline'>;
      'entente-comments': Own<'entente-comments'>;
    }
  }
}
