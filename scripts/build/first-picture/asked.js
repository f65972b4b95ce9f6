/*
 * Runs before anything is drawn, while the styles come: which theme it is, and whether something else is asked for than
 * the first picture; and what is pressed before there is more. No module, since those wait until the page is there.
 */
(() => {
  const { dataset } = document.documentElement;
  /** What the page keeps on the device under some name; what is not there or cannot be read is nothing. */
  const kept = (name) => {
    try {
      return JSON.parse(localStorage.getItem(name)).state;
    } catch {
      return undefined;
    }
  };
  const theme = kept('cacheback-theme')?.theme;
  const isDark =
    theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  dataset.theme = isDark ? 'dark' : 'light';
  const isOther =
    location.hash !== '' ||
    history.state !== null ||
    /[?&]hide=/.test(location.search) ||
    kept('cacheback-panels')?.hidden?.length > 0 ||
    (kept('cacheback-colours')?.sharing ?? 'layer') !== 'layer';
  if (isOther) dataset.other = '';
  // What is pressed last before the page's scripts are there, for them to do (src/view/built/early.ts).
  let last;
  const keep = (event) => {
    last = event;
  };
  const presses = ['click', 'keydown'];
  for (const type of presses) addEventListener(type, keep, true);
  window.takeEarly = () => {
    for (const type of presses) removeEventListener(type, keep, true);
    return last;
  };
  // A script that cannot be had or that breaks: then what the page says of that is seen at once.
  addEventListener('error', () => (dataset.failed = ''), true);
})();
