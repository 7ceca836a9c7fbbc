// Puts the misbehaving endpoint into the test runner's server, and on a second origin.
import { misbehave, other } from './misbehave.mjs';

export default {
  name: 'misbehave',
  async serverStart({ server }) {
    await new Promise((done) => other.listen(0, '127.0.0.1', done));
    other.unref();
    // Ahead of the file server, which would answer 404.
    const [files] = server.listeners('request');
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      if (!misbehave(request, response)) files.call(server, request, response);
    });
  },
  serverStop() {
    other.closeAllConnections();
    other.close();
  },
};
