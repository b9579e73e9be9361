/** `import 'entente-elements/react'`: the tags, and their types in React's JSX (19 and later). */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Elements, Props, Tag } from './attributes.js';

type Own<T extends Tag> = Props<T> &
  Omit<DetailedHTMLProps<HTMLAttributes<Elements[T]>, Elements[T]>, keyof Props<T>>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'entente-card': Own<'entente-card'>;
      'entente-timeline': Own<'entente-timeline'>;
      'entente-comments': Own<'entente-comments'>;
    }
  }
}
