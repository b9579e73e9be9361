import type { EntenteAsOfEvent } from 'entente-elements';
import 'entente-elements/solid';
import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { hear, place } from './shown.js';

const [shown, show] = createSignal(window.first);

function App() {
  return (
    <>
      <entente-card
        view={shown().view}
        as-of={shown().asOf}
        detached={shown().detached}
        data={shown().data}
        heading-level="3"
        class="wide"
        on:entente-ready={hear}
      >
        <p>In words.</p>
      </entente-card>
      <entente-timeline
        layout="full"
        limit={3}
        data={shown().data}
        on:entente-as-of={(event: EntenteAsOfEvent) => hear(event)}
      />
      <entente-comments provider="local" page-size={5} readonly on:entente-ready={hear} />
    </>
  );
}

const unmount = render(() => <App />, place());
window.app = { show, unmount };
