// The nginx of this machine: where it is, and whether it can send .br files.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** `E2E_NGINX` names another one: nginx itself takes a variable `NGINX` for something else. */
export const NGINX = process.env.E2E_NGINX ?? 'nginx';

/** The module for .br files, or null when it is not there: it is no part of nginx itself. */
export function brotliModule() {
  // nginx tells how it was built on its standard error.
  const { stderr = '' } = spawnSync(NGINX, ['-V'], { encoding: 'utf8' });
  const folder = /--modules-path=(\S+)/.exec(stderr)?.[1];
  const file = folder && join(folder, 'ngx_http_brotli_static_module.so');
  return file && existsSync(file) ? file : null;
}
