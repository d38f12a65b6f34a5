// Another site's page, under a strict policy of its own: shows whatever stands in `?body=`, in frames of the origins that
// it is told (`E2E_FRAMED`), and runs the report's script and no inline one.
import { createServer } from 'node:http';

const FRAMED = process.env.E2E_FRAMED ?? '';
const [REPORT = ''] = FRAMED.split(' ');

const server = createServer((request, response) => {
  const body = new URL(request.url ?? '/', 'http://localhost').searchParams.get('body') ?? '';
  response.writeHead(200, {
    'Content-Security-Policy': `default-src 'none'; script-src 'self' ${REPORT}; style-src 'self'; img-src data:; frame-src ${FRAMED}`,
    'Content-Type': 'text/html; charset=utf-8',
  });
  response.end(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="icon" href="data:,"><title>门户</title>${body}`);
});

server.listen(Number(process.env.E2E_PORT), 'localhost');
