/* What the image runs. */
import './stack-traces.ts';
import '../../src/main.ts';
