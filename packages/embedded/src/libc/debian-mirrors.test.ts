import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listMirrors } from './debian-mirrors.ts';

let aptFolder: string;

beforeEach(() => {
  aptFolder = mkdtempSync(join(tmpdir(), 'congso-apt-'));
  mkdirSync(join(aptFolder, 'sources.list.d'));
});

afterEach(() => {
  rmSync(aptFolder, { recursive: true, force: true });
});

test('a mirror in sources.list is found behind its options; comments, source packages and security are not', () => {
  writeFileSync(
    join(aptFolder, 'sources.list'),
    [
      '# deb http://old.example/debian bookworm main',
      'deb [arch=amd64 signed-by=/usr/share/keyrings/k.gpg] http://mirror.example/debian/ bookworm main',
      'deb-src http://source.example/debian bookworm main',
      'deb http://security.debian.org/debian-security bookworm-security main',
      'deb http://mirror.example/debian bookworm-updates main',
    ].join('\n'),
  );
  expect(listMirrors(aptFolder)).toEqual(['http://mirror.example/debian']);
});

test('mirrors in *.sources are found, over several lines and stanzas; disabled ones and comments are not', () => {
  writeFileSync(
    join(aptFolder, 'sources.list.d', 'debian.sources'),
    [
      'Types: deb deb-src',
      '# URIs: http://commented.example/debian',
      'URIs: http://first.example/debian',
      '  http://second.example/debian',
      'Suites: bookworm bookworm-updates',
      'Components: main',
      '',
      'Enabled: no',
      'Types: deb',
      'URIs: http://disabled.example/debian',
      'Suites: bookworm',
      '',
      'Types: deb-src',
      'URIs: http://source.example/debian',
      'Suites: bookworm',
    ].join('\n'),
  );
  expect(listMirrors(aptFolder)).toEqual(['http://first.example/debian', 'http://second.example/debian']);
});

test('files apt itself does not read are left alone', () => {
  writeFileSync(
    join(aptFolder, 'sources.list.d', 'old.list.disabled'),
    'deb http://old.example/debian bookworm main\n',
  );
  expect(listMirrors(aptFolder)).toEqual([]);
});
