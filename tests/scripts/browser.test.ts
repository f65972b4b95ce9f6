import { describe, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/browser/find';
import { getBrowser, type Way } from '../../scripts/browser/get';
import type { Machine } from '../../scripts/browser/machine';

/** A machine on which these files run, and these commands lead to them. */
function machineWith(
  files: readonly string[],
  rest: Partial<Machine> & { readonly commands?: Readonly<Record<string, string>> } = {},
): Machine {
  const { commands = {}, ...machine } = rest;
  return {
    platform: 'linux',
    env: {},
    canInstallDebianPackages: false,
    playwrightChromium: '/cache/playwright/chrome',
    works: (file) => files.includes(file),
    onPath: (name) => commands[name],
    ...machine,
  };
}

describe('finding a browser', () => {
  const commands = { chromium: '/usr/bin/chromium', 'google-chrome': '/opt/chrome' };
  const everything = [
    '/mine/chrome',
    '/usr/bin/chromium',
    '/opt/chrome',
    '/snap/bin/chromium',
    '/cache/playwright/chrome',
  ];

  test('the one that CHROME_PATH names comes before all others', () => {
    const machine = machineWith(everything, { commands, env: { CHROME_PATH: '/mine/chrome' } });
    expect(findBrowser(machine)).toBe('/mine/chrome');
  });

  test('CHROMIUM names one too', () => {
    const machine = machineWith(everything, { commands, env: { CHROMIUM: '/mine/chrome' } });
    expect(findBrowser(machine)).toBe('/mine/chrome');
  });

  test('a name that leads nowhere is told, not passed over', () => {
    const machine = machineWith(everything, { commands, env: { CHROME_PATH: '/gone/chrome' } });
    expect(() => findBrowser(machine)).toThrow('CHROME_PATH names /gone/chrome: expected the file of');
  });

  test('a command on PATH comes before the usual places and the download of Playwright', () => {
    expect(findBrowser(machineWith(everything, { commands }))).toBe('/usr/bin/chromium');
  });

  test('a command that does not run is passed over', () => {
    expect(findBrowser(machineWith(['/opt/chrome'], { commands }))).toBe('/opt/chrome');
  });

  test('a usual place comes before the download of Playwright', () => {
    expect(findBrowser(machineWith(['/snap/bin/chromium', '/cache/playwright/chrome']))).toBe(
      '/snap/bin/chromium',
    );
  });

  test('the download of Playwright is found', () => {
    expect(findBrowser(machineWith(['/cache/playwright/chrome']))).toBe('/cache/playwright/chrome');
  });

  test('on a Mac, the applications of the machine and of the user are searched', () => {
    const file = '/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium';
    expect(findBrowser(machineWith([file], { platform: 'darwin', env: { HOME: '/Users/ada' } }))).toBe(file);
  });

  test('on Windows, the folders of programs are searched, the older one too', () => {
    const file = 'C:\\Programs (x86)\\Google\\Chrome\\Application\\chrome.exe';
    const env = { PROGRAMFILES: 'C:\\Programs', 'PROGRAMFILES(X86)': 'C:\\Programs (x86)' };
    expect(findBrowser(machineWith([file], { platform: 'win32', env }))).toBe(file);
  });

  test('there may be none', () => {
    expect(findBrowser(machineWith([]))).toBeUndefined();
  });
});

describe('getting a browser', () => {
  /** A bare machine, and ways that write down when they are tried; the one named `brings` brings a browser. */
  function bare(brings?: string) {
    const files: string[] = [];
    const tried: string[] = [];
    const way = (name: string, possible: Way['possible']): Way => ({
      name,
      possible,
      install() {
        tried.push(name);
        if (name === brings) files.push('/cache/playwright/chrome');
      },
    });
    const ways = [way('download', () => true), way('package', (machine) => machine.canInstallDebianPackages)];
    const get = (machine: Partial<Machine>) => getBrowser(machineWith(files, machine), ways, () => {});
    return { files, tried, get };
  }

  test('nothing is installed where there is one', () => {
    const { files, tried, get } = bare();
    files.push('/snap/bin/chromium');
    expect(get({ canInstallDebianPackages: true })).toBe('/snap/bin/chromium');
    expect(tried).toEqual([]);
  });

  test('the first way that works is the last that is tried', () => {
    const { tried, get } = bare('download');
    expect(get({ canInstallDebianPackages: true })).toBe('/cache/playwright/chrome');
    expect(tried).toEqual(['download']);
  });

  test('where the first way fails, the next is tried', () => {
    const { tried, get } = bare('package');
    expect(get({ canInstallDebianPackages: true })).toBe('/cache/playwright/chrome');
    expect(tried).toEqual(['download', 'package']);
  });

  test('a way that this machine does not allow is not tried, and the end is one sentence on what to install', () => {
    const { tried, get } = bare('package');
    expect(() => get({})).toThrow(
      /^The browser tests need Chrome or Chromium: install one, or set CHROME_PATH/,
    );
    expect(tried).toEqual(['download']);
  });
});
