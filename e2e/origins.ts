// Who is who where the report is shown in a frame. Names differ as well as ports, so that they are sites of their own.
const port = Number(process.env.E2E_PORT ?? 4173);

/** The report's own. */
export const report = `http://127.0.0.1:${port}`;
/** The portal that may show it. */
export const portal = `http://localhost:${port + 2}`;
/** Somebody else, whom the portal shows as well. */
export const stranger = `http://localhost:${port + 3}`;
