import { shown } from './AsBuilt';

declare global {
  interface Window {
    /** Takes what was pressed last before the page's scripts came; `asked.js` keeps it. */
    takeEarly?(): Event | undefined;
  }
}

/** What a click can be meant for. */
const CONTROLS = 'button, a, input, select, [data-tensor]';

/** Clicks where the reader clicked on the picture, once the part that stands there has come; unless they go on first. */
function clickOnceThere(event: MouseEvent): void {
  const tryNow = (): void => {
    const target = document.elementFromPoint(event.clientX, event.clientY);
    const control = target?.closest<HTMLElement>(CONTROLS);
    if (control || !document.querySelector('#root [inert]')) goOn();
    if (!control) return;
    control.focus({ preventScroll: true });
    target!.dispatchEvent(new MouseEvent('click', event));
  };
  const observer = new MutationObserver(tryNow);
  const goOn = (): void => {
    observer.disconnect();
    for (const type of ['pointerdown', 'keydown']) removeEventListener(type, goOn);
  };
  observer.observe(document.getElementById('root')!, { subtree: true, childList: true });
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, goOn);
  tryNow();
}

/** Does what was pressed last while there was nothing but the picture: the page looks as if it listened. */
export function doEarly(): void {
  const event = window.takeEarly?.();
  if (event instanceof KeyboardEvent)
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', event));
  else if (event instanceof MouseEvent && shown) clickOnceThere(event);
}
