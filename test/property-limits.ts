import fc from 'fast-check';

/**
 * A property that fails is shrunk for no longer than a test may take: hours of it would hide that it failed. One that didn't get
 * through its runs in that time has shown nothing, and fails.
 */
fc.configureGlobal({ interruptAfterTimeLimit: 45_000, markInterruptAsFailure: true });
