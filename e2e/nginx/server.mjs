// nginx with the configuration that is shipped, as an operator fills it in: on a port of its own, from a folder of its
// own that goes with it, and as a user who may do nothing else.
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliModule, NGINX } from './binary.mjs';
import { BASE, ORIGIN, PORT, PORTAL, SAVED, SHOWN, STRANGER } from './place.mjs';

const SHIPPED = fileURLToPath(new URL('../../deploy/nginx', import.meta.url));
const DIST = resolve(process.env.E2E_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url)));
/** Debian's nobody: started by root, nginx must not stay root. */
const NOBODY = { uid: 65534, gid: 65534 };

const home = mkdtempSync(join(tmpdir(), 'annual-report-nginx-'));
const within = (name) => join(home, name);
const asRoot = process.getuid?.() === 0;

chmodSync(home, 0o755);
mkdirSync(within('tmp'));
if (asRoot) chownSync(within('tmp'), NOBODY.uid, NOBODY.gid);
cpSync(join(SHIPPED, 'annual-report'), within('annual-report'), { recursive: true });
// Times are kept: nginx tells readers by them whether a file has changed.
cpSync(DIST, within('site'), { recursive: true, preserveTimestamps: true });
for (const page of [...SHOWN, ...SAVED]) copyFileSync(join(DIST, 'index.html'), join(within('site'), page));

/** What an operator changes in the template; an example that is no longer there is an error. */
function filledIn(template, changes) {
  return changes.reduce((text, [example, value]) => {
    if (!text.includes(example)) throw new Error(`site.conf has no ${example}`);
    return text.replaceAll(example, value);
  }, template);
}

const module = brotliModule();
const changes = [
  ['/srv/www/park-2021/', `${within('site')}/`],
  ['https://www.example.gov.cn', PORTAL],
];
if (module) changes.push(['# include annual-report/brotli.conf;', 'include annual-report/brotli.conf;']);
writeFileSync(within('site.conf'), filledIn(readFileSync(join(SHIPPED, 'site.conf'), 'utf8'), changes));

writeFileSync(
  within('nginx.conf'),
  `${module ? `load_module ${module};` : ''}
daemon off;
worker_processes 1;
pid tmp/nginx.pid;
error_log stderr warn;
events { worker_connections 256; }
http {
  access_log off;
  # Asking for what is not there is part of the tests.
  log_not_found off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path tmp/${name};`).join(' ')}
  include annual-report/http.conf;
  server {
    listen 127.0.0.1:${PORT};
    include site.conf;
  }
  server {
    listen 127.0.0.1:${PORT};
    server_name ${[PORTAL, STRANGER].map((site) => new URL(site).hostname).join(' ')};
    default_type text/html;
    location = / { return 200 '<iframe src="${ORIGIN}${BASE}#/problems?embed=1"></iframe>'; }
  }
}
`,
);

const nginx = spawn(NGINX, ['-e', 'stderr', '-p', home, '-c', within('nginx.conf')], {
  stdio: 'inherit',
  ...(asRoot ? NOBODY : {}),
});
const tidied = (code) => {
  rmSync(home, { recursive: true, force: true });
  process.exit(code);
};
nginx.on('error', (error) => {
  console.error(`${NGINX}: ${error.message}`);
  tidied(1);
});
nginx.on('exit', (code) => tidied(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => nginx.kill('SIGTERM'));
