// Where nginx answers, and whom it lets embed the report.
export const PORT = Number(process.env.E2E_PORT ?? 4190);
export const ORIGIN = `http://127.0.0.1:${PORT}`;
/** As in the template's example. */
export const BASE = '/park/2021/';
/** Two other sites with a page that embeds the report. Browsers know where names of this sort are: here. */
export const PORTAL = `http://portal.localhost:${PORT}`;
export const STRANGER = `http://stranger.localhost:${PORT}`;
