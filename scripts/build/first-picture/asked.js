/*
 * Runs before anything is drawn, while the styles come: which theme it is, and whether something else is asked for than
 * the first picture. No module, since those wait until the page is there.
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
  // A script that cannot be had or that breaks: then what the page says of that is seen at once.
  addEventListener('error', () => (dataset.failed = ''), true);
})();
