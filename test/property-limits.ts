import fc from 'fast-check';

/** A property that fails is shrunk for no longer than a test may take: hours of it would hide that it failed. */
fc.configureGlobal({ interruptAfterTimeLimit: 12_000, markInterruptAsFailure: true });
