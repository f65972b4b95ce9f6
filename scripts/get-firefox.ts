import { findFirefox } from './browser/firefox';

const found = findFirefox();
if (found) console.log(`Firefox: ${found}`);
else {
  console.error(
    'There is no Firefox here, so nothing was tested in it. Install one (on Debian: apt-get install firefox-esr), or set FIREFOX_PATH to the file of one that is installed.',
  );
  process.exitCode = 1;
}
