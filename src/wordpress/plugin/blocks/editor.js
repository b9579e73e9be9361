/**
 * The three blocks in the editor: settings at the side, the element itself as the preview. Plain JavaScript on
 * WordPress's own globals, so that nothing has to be built.
 */
(function (wp) {
  'use strict';

  const { createElement: el, Fragment, RawHTML, useEffect, useRef, useState } = wp.element;
  const { InspectorControls, useBlockProps } = wp.blockEditor;
  const { Button, Disabled, PanelBody, Placeholder, SelectControl, TextControl, ToggleControl } =
    wp.components;
  const { __ } = wp.i18n;

  const FEEDS = Object.entries(window.ententeFeeds || {}).map(([value, label]) => ({ value, label }));

  const text = (label, help) => ({ label, help });
  const flag = (label, help) => ({ label, help, isFlag: true });
  /** The first option is what holds without the attribute. */
  const choice = (label, standard, others, help) => ({
    label,
    help,
    options: [{ value: '', label: standard }, ...others],
  });
  const named = (names) => Object.entries(names).map(([value, label]) => ({ value, label }));

  const LANGUAGE = {
    lang: text(__('Language', 'entente'), __('Such as fa. Empty: that of the page.', 'entente')),
    calendar: text(
      __('Calendar', 'entente'),
      __('Such as persian or gregory. Empty: by language.', 'entente'),
    ),
  };
  const LOOK = {
    theme: choice(
      __('Colours', 'entente'),
      __('As the page', 'entente'),
      named({ light: __('Light', 'entente'), dark: __('Dark', 'entente') }),
    ),
    headingLevel: choice(
      __('Heading level', 'entente'),
      __('Default (2)', 'entente'),
      named({ 1: '1', 3: '3', 4: '4', 5: '5', 6: '6' }),
    ),
  };
  const SOURCE = {
    src: text(__('Address of the feed', 'entente'), __('A JSON file, by https or on this site.', 'entente')),
    feed: choice(
      __('Record that comes with the plugin', 'entente'),
      __('None', 'entente'),
      FEEDS,
      __('With an address, it stands in when that fails.', 'entente'),
    ),
  };
  const TIME = {
    asOf: text(
      __('As of', 'entente'),
      __(
        'A past day, month or year, such as 1971-12: what was on record by then. Empty: the latest.',
        'entente',
      ),
    ),
    detached: flag(
      __('Stands apart', 'entente'),
      __('Does not follow the date that readers choose elsewhere on the page.', 'entente'),
    ),
  };

  /** Block => title of a panel => attribute => control. */
  const PANELS = {
    card: [
      [__('Record', 'entente'), { ...SOURCE, ...TIME }],
      [
        __('Look', 'entente'),
        {
          view: choice(
            __('View', 'entente'),
            __('Full', 'entente'),
            named({ compact: __('Compact', 'entente'), badge: __('Badge, in a sentence', 'entente') }),
          ),
          ...LOOK,
          href: text(
            __('Where badge and compact view lead', 'entente'),
            __('Empty: to a full card on the page.', 'entente'),
          ),
        },
      ],
      [__('Language', 'entente'), LANGUAGE],
    ],
    timeline: [
      [__('Record', 'entente'), { ...SOURCE, ...TIME }],
      [
        __('Events', 'entente'),
        {
          order: choice(
            __('Order', 'entente'),
            __('Newest first', 'entente'),
            named({ oldest: __('Oldest first', 'entente') }),
          ),
          from: text(__('From', 'entente'), __('Such as 1979.', 'entente')),
          to: text(__('To', 'entente')),
          limit: text(__('Events listed at first', 'entente'), __('0 for all.', 'entente')),
          dimensions: text(
            __('Dimensions', 'entente'),
            __('Their ids in the feed, apart by commas. Empty: all.', 'entente'),
          ),
        },
      ],
      [
        __('Look', 'entente'),
        {
          layout: choice(
            __('Layout', 'entente'),
            __('Small, opens in place', 'entente'),
            named({
              full: __('Full', 'entente'),
              list: __('List', 'entente'),
              strip: __('Strip', 'entente'),
            }),
          ),
          ...LOOK,
        },
      ],
      [__('Language', 'entente'), LANGUAGE],
    ],
    comments: [
      [
        __('Engine', 'entente'),
        {
          provider: choice(
            __('Comments are kept by', 'entente'),
            __('This site', 'entente'),
            named({
              wordpress: __('Another WordPress', 'entente'),
              waline: 'Waline',
              jsonfeed: 'JSON Feed',
              local: __('This browser (private notes)', 'entente'),
            }),
          ),
          endpoint: text(__('Address of the engine', 'entente')),
          thread: text(__('Thread', 'entente'), __('Empty: this post.', 'entente')),
        },
      ],
      [
        __('Comments', 'entente'),
        {
          view: choice(
            __('View', 'entente'),
            __('The comments', 'entente'),
            named({ count: __('Their number', 'entente') }),
          ),
          order: choice(
            __('Order', 'entente'),
            __('Newest first', 'entente'),
            named({ oldest: __('Oldest first', 'entente'), best: __('Best first', 'entente') }),
          ),
          pageSize: text(__('Comments loaded at once', 'entente')),
          loading: choice(
            __('Loads', 'entente'),
            __('With the page', 'entente'),
            named({ lazy: __('When it comes near the screen', 'entente') }),
          ),
          readonly: flag(__('Nothing can be written', 'entente')),
          avatars: flag(
            __('Pictures of the writers', 'entente'),
            __('They are requests to third parties.', 'entente'),
          ),
          consent: flag(__('Readers have to agree that their comment is stored', 'entente')),
          privacyUrl: text(__('Address of the privacy notice', 'entente')),
          reportUrl: text(
            __('Where comments are reported to', 'entente'),
            __('An address of a page, or mailto:', 'entente'),
          ),
        },
      ],
      [__('Events that comments speak of', 'entente'), SOURCE],
      [__('Look', 'entente'), LOOK],
      [__('Language', 'entente'), LANGUAGE],
    ],
  };

  /** The attributes of a block as those of its element; what is empty is left out. */
  function elementAttributes(panels, attributes) {
    const given = {};
    for (const name of panels.flatMap(([, controls]) => Object.keys(controls))) {
      const value = attributes[name];
      if (value) {
        given[name.replace(/[A-Z]/g, '-$&').toLowerCase()] = value === true ? '' : value;
      }
    }
    return given;
  }

  /** A field that says what was written when the writer is done: half an address would be asked for in vain. */
  function LateTextControl({ value, onChange, ...more }) {
    const [draft, setDraft] = useState(value);
    useEffect(() => setDraft(value), [value]);
    const done = () => draft !== value && onChange(draft);
    const onKeyDown = (event) => event.key === 'Enter' && done();
    return el(TextControl, { ...more, value: draft || '', onChange: setDraft, onBlur: done, onKeyDown });
  }

  function control(name, { label, help, options, isFlag }, { attributes, setAttributes }) {
    // What stands in was made of the settings as they were.
    const onChange = (value) => setAttributes({ [name]: value, fallback: undefined });
    const value = attributes[name];
    if (isFlag) {
      return el(ToggleControl, { key: name, label, help, checked: !!value, onChange });
    }
    return options
      ? el(SelectControl, { key: name, label, help, options, value, onChange })
      : el(LateTextControl, { key: name, label, help, value, onChange });
  }

  function inspector(panels, props, more) {
    return el(
      InspectorControls,
      null,
      ...panels.map(([title, controls], i) =>
        el(
          PanelBody,
          { key: title, title, initialOpen: i === 0 },
          ...Object.entries(controls).map(([name, what]) => control(name, what, props)),
          i === 0 && more,
        ),
      ),
    );
  }

  /** The element as readers see it. What it gives as HTML is kept in the post, to stand in for it. */
  function Preview({ tag, given, attributes, setAttributes }) {
    const ref = useRef();
    const { fallback } = attributes;
    const isBadge = given.view === 'badge';
    const config = JSON.stringify(given);
    const { __unstableMarkNextChangeAsNotPersistent: inPassing } = wp.data.dispatch('core/block-editor');

    useEffect(() => {
      const element = ref.current;
      // A badge stands in a sentence: the server writes one for it.
      if (fallback || isBadge || !element) {
        return undefined;
      }
      const keep = () => {
        const html = typeof element.toHtml === 'function' ? element.toHtml() : '';
        if (html) {
          // Nobody did this who would want to undo it.
          if (inPassing) {
            inPassing();
          }
          setAttributes({ fallback: html });
        }
      };
      element.addEventListener('entente-ready', keep);
      // Where it is ready already, it says so no more.
      let isCurrent = true;
      Promise.resolve(element.updateComplete).then(
        () => isCurrent && element.matches(':not(:defined)') === false && keep(),
      );
      return () => {
        isCurrent = false;
        element.removeEventListener('entente-ready', keep);
      };
    }, [config, fallback]);

    return el(Disabled, null, el(tag, { ...given, ref }, el('p', null, given.src || given.feed)));
  }

  function editRecord(name) {
    const panels = PANELS[name];
    const tag = `entente-${name}`;
    return function Edit(props) {
      const { attributes, setAttributes } = props;
      const blockProps = useBlockProps({ className: 'entente' });
      const given = elementAttributes(panels, attributes);
      if (!given.src && !given.feed) {
        // A new block asks for its record first.
        const fields = Object.entries(SOURCE).map(([field, what]) => control(field, what, props));
        const label = wp.blocks.getBlockType(props.name).title;
        return el('div', blockProps, el(Placeholder, { label, isColumnLayout: true }, ...fields));
      }
      const renew = el(
        Button,
        { variant: 'secondary', onClick: () => setAttributes({ fallback: undefined }) },
        __('Renew the text for feeds and search', 'entente'),
      );
      const body = el(Preview, { tag, given, attributes, setAttributes });
      return el(Fragment, null, inspector(panels, props, renew), el('div', blockProps, body));
    };
  }

  function EditComments(props) {
    const blockProps = useBlockProps({ className: 'entente' });
    const { title } = wp.blocks.getBlockType(props.name);
    return el(
      Fragment,
      null,
      inspector(PANELS.comments, props),
      el(
        'div',
        blockProps,
        el(Placeholder, {
          label: title,
          instructions: __(
            'Readers see the comments here. Readers without an account can write if Settings, Discussion allows it.',
            'entente',
          ),
        }),
      ),
    );
  }

  /** What stands in is the content of the block: it is read, found and exported without the plugin, too. */
  function save({ attributes }) {
    return el('div', useBlockProps.save(), el(RawHTML, null, attributes.fallback || ''));
  }

  wp.blocks.registerBlockType('entente/card', { edit: editRecord('card'), save });
  wp.blocks.registerBlockType('entente/timeline', { edit: editRecord('timeline'), save });
  wp.blocks.registerBlockType('entente/comments', { edit: EditComments, save: () => null });
})(window.wp);
