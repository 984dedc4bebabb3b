/* An operator's commands beside it. */
import './stack-traces.ts';
import '../../src/cli/main.ts';
