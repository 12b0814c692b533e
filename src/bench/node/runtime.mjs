// A client of Lambda's Runtime API: one invocation after the other. It does less than Lambda's own client for Node.js.
import http from 'node:http';

const { handler } = await import(process.argv[2]);
const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/`;
const agent = new http.Agent({ keepAlive: true });

function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(api + path, { method, agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ id: response.headers['lambda-runtime-aws-request-id'], body: Buffer.concat(chunks) }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

for (;;) {
  const { id, body } = await call('GET', 'next');
  const reply = await handler(JSON.parse(body));
  await call('POST', `${id}/response`, JSON.stringify(reply));
}
