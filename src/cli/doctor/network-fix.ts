/** What to do when a host gives no answer. @param address the variable that its address comes from */
export function networkFix(address: string): string {
  return (
    'Let this machine reach it on the network, or set HTTPS_PROXY with NODE_USE_ENV_PROXY=1; ' +
    `for a certificate of your own set NODE_EXTRA_CA_CERTS; check ${address} if it is set.`
  );
}

/** What to do about a clock that is wrong. */
export const CLOCK_FIX = 'Set the clock of this machine, best by NTP.';

/** Says how far a clock is off, for people. @param aheadMs by how much this machine is ahead, milliseconds */
export function clockWords(aheadMs: number, whose: string): string {
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  if (seconds < 2) return `The clock agrees with ${whose}.`;
  const much = seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
  return `The clock is ${much} ${aheadMs > 0 ? 'ahead of' : 'behind'} ${whose}.`;
}
