import { installMissing } from './install-missing.mjs';

installMissing();

const { createServer } = await import('vite');
const server = await createServer();
await server.listen();
server.printUrls();
server.bindCLIShortcuts({ print: true });
