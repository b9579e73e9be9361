import type { EntenteAsOfEvent } from 'entente-elements';
import 'entente-elements/preact';
import { render } from 'preact';
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
        class="wide"
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

const show = (shown: Shown) => render(<App {...shown} />, place());
show(window.first);
window.app = { show, unmount: () => render(null, place()) };
