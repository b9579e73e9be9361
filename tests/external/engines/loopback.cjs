/** Loaded before a server that would listen to everyone: it listens to this machine alone. */
const { Server } = require('node:net');

const { listen } = Server.prototype;
Server.prototype.listen = function (...args) {
  const done = args.find((value) => typeof value === 'function');
  const [first] = args;
  const port = typeof first === 'object' && first !== null ? first.port : first;
  return listen.call(this, { port: Number(port), host: '127.0.0.1' }, done);
};
