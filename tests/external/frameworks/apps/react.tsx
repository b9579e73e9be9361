import type { EntenteAsOfEvent } from 'entente-elements';
import 'entente-elements/react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { hear, place, type Shown } from './shown.js';

export function App({ view, asOf, detached, data }: Shown) {
  return (
    <>
      <entente-card
        view={view}
        as-of={asOf}
        detached={detached}
        data={data}
        heading-level="3"
        className="wide"
        onentente-ready={hear}
      >
        <p>In words.</p>
      </entente-card>
      <entente-timeline
        layout="full"
        limit={3}
        data={data}
        onentente-as-of={(event: EntenteAsOfEvent) => hear(event)}
      />
      <entente-comments provider="local" page-size={5} readonly onentente-ready={hear} />
    </>
  );
}

const root = createRoot(place());
const show = (shown: Shown) => flushSync(() => root.render(<App {...shown} />));
show(window.first);
window.app = { show, unmount: () => root.unmount() };
