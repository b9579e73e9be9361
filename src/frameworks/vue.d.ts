/** `import 'entente-elements/vue'`: the tags, and their types in Vue's templates and JSX. */
import type { HTMLAttributes, PublicProps, ReservedProps } from 'vue';
import type { Elements, Events, Props, Tag } from './attributes.js';

/** `as-of` -> `asOf`, `AsOf`: in templates either may be written. */
type Camel<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : S;

/** `@entente-ready` in a template is `onEntenteReady` in what it is compiled to. */
type Handlers<T extends Tag> = {
  [Name in keyof Events[T] & string as `on${Capitalize<Camel<Name>>}`]?: (event: Events[T][Name]) => void;
};

type Own<T extends Tag> = {
  [
    Name in keyof Props<T> as Name extends `on${string}` ? never : Name | Camel<Name & string>
  ]: Props<T>[Name];
} & Handlers<T> &
  Omit<HTMLAttributes, keyof Props<T>>;

/** Seen by the tools that check templates. */
type Component<T extends Tag> = new () => Elements[T] & { $props: Own<T> & PublicProps };

declare module 'vue' {
  interface GlobalComponents {
    'entente-card': Component<'entente-card'>;
    'entente-timeline': Component<'entente-timeline'>;
    'entente-comments': Component<'entente-comments'>;
  }
}

declare module 'vue/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements {
      'entente-card': Own<'entente-card'> & ReservedProps;
      'entente-timeline': Own<'entente-timeline'> & ReservedProps;
      'entente-comments': Own<'entente-comments'> & ReservedProps;
    }
  }
}
