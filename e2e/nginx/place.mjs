// Where nginx answers, whom it lets embed the report, and what stands there beside the build.
import { readFileSync } from 'node:fs';

export const PORT = Number(process.env.E2E_PORT ?? 4190);
export const ORIGIN = `http://127.0.0.1:${PORT}`;
/** As in the template's example. */
export const BASE = '/park/2021/';
/** Two other sites with a page that embeds the report. Browsers know where names of this sort are: here. */
export const PORTAL = `http://portal.localhost:${PORT}`;
export const STRANGER = `http://stranger.localhost:${PORT}`;
/** What editions in one file are called before the report's id, as in the template's example. */
const [, NAME] = /\$annual_report_name "(.*)"/.exec(readFileSync(new URL('../../deploy/nginx/site.conf', import.meta.url), 'utf8')) ?? [];
/** Pages as a build of several reports has them, also of those with a hyphen in their id; and somebody else's page. */
export const SHOWN = ['2022.html', 'h1-2024.html', 'park-2022.html'];
/** Editions of these in one file. */
export const SAVED = [`${NAME}-2022.html`, `${NAME}-h1-2024.html`];
