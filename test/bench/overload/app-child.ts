import { createApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { beMeasured } from './measured-process.ts';

const app = createApp(readConfig(process.env));
const { port } = await app.start();
beMeasured(port, app.stop);
