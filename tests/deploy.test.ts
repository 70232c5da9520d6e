import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { registry } from '../apps/cli/registry.ts';
import { readConfig } from '../platform/config/index.ts';
import { findProgram } from './tools.ts';

/** The files of deploy/ that an operator copies: every setting, command and directive in them must be right. */
const deploy = join(import.meta.dirname, '../deploy');
const read = (path: string): string => readFileSync(join(deploy, path), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'jingwei-deploy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [nginx, openssl, systemd] = [findProgram('nginx'), findProgram('openssl'), findProgram('systemd-analyze')];
if (nginx === null || openssl === null) process.stdout.write('跳过：没有 nginx 或 openssl，不核对 deploy/nginx。\n');
if (systemd === null) process.stdout.write('跳过：没有 systemd-analyze，不核对 deploy/systemd。\n');

test('every setting of the example is known and may hold what stands there', () => {
  const settings = read('env.example')
    .split('\n')
    .filter((line) => /^[A-Z]/u.test(line))
    .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
  expect(settings.length).toBeGreaterThan(5);
  const config = readConfig(Object.fromEntries(settings));
  expect(config).toMatchObject({
    host: '127.0.0.1',
    publicUrl: 'https://jingwei.example.gov.cn',
    trustedProxies: ['127.0.0.1'],
  });
});

test('the units run commands that there are', () => {
  const commands = readdirSync(join(deploy, 'systemd'))
    .flatMap((file) => [...read(join('systemd', file)).matchAll(/^ExecStart=\/opt\/jingwei\/jingwei (\S+)/gmu)])
    .map((match) => match[1]);
  expect(commands.sort()).toEqual(['backup', 'serve']);
  for (const command of commands) expect(registry.map(({ name }) => name)).toContain(command);
});

test.skipIf(systemd === null)('systemd takes the units', () => {
  const units = readdirSync(join(deploy, 'systemd')).map((file) => {
    const path = join(folder, file);
    writeFileSync(path, read(join('systemd', file)).replaceAll('/opt/jingwei/jingwei', '/bin/true'));
    return path;
  });
  const { stderr } = spawnSync(systemd ?? '', ['verify', '--man=no', ...units], { encoding: 'utf8' });
  expect(stderr.split('\n').filter((line) => line.includes(folder))).toEqual([]);
});

test.skipIf(nginx === null || openssl === null)('nginx takes its configuration', () => {
  const [key, certificate] = [join(folder, 'privkey.pem'), join(folder, 'fullchain.pem')];
  const self = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=test'];
  execFileSync(openssl ?? '', [...self, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const site = read('nginx/jingwei.conf')
    .replaceAll('/etc/jingwei/tls', folder)
    .replace(
      /listen (\[::\]:)?(80|443)/gu,
      (_all, six: string | undefined, port: string) => `listen ${six ?? ''}7${port}`,
    );
  const whole = `pid ${folder}/pid; error_log stderr; events {} http { access_log off; ${site} }`;
  writeFileSync(join(folder, 'nginx.conf'), whole);
  const { status, stderr } = spawnSync(nginx ?? '', ['-t', '-c', join(folder, 'nginx.conf')], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, expect.stringContaining('successful')]);
});
