/** `import 'entente-elements/solid'`: the tags, and their types in Solid's JSX. */
import type { JSX } from 'solid-js';
import type { Elements, Props, Tag } from './attributes.js';

type Own<T extends Tag> = Props<T, 'on:'> &
  Omit<JSX.HTMLAttributes<Elements[T]>, keyof Props<T> | keyof Props<T, 'on:'>>;

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'entente-card': Own<'entente-card'>;
      'entente-timeline': Own<'entente-timeline'>;
      'entente-comments': Own<'entente-comments'>;
    }
  }
}
