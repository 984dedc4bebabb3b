import { type NodeProcess, runProgram } from '../../e2e/node-process.ts';

/*
 * Starts programs among other files, in a mount namespace of their own. Network and loopback are those of the machine, so that
 * the stand-ins of Slack and Chat are reached.
 */

interface Contained {
  /** The folder that is their root. */
  readonly files: string;
  readonly folder: string;
  readonly user: string;
  /** Folders and files of this machine that are there, too: here and there. */
  readonly mounts?: readonly (readonly [here: string, there: string])[];
  /** Whether nothing but what is mounted can be written. */
  readonly isReadOnly?: boolean;
  readonly env: Readonly<Record<string, string>>;
}

/** Its arguments: the root, `ro` or `rw`, the working folder, uid, gid, how many mounts, those, the command. */
const SCRIPT = `
root=$1 access=$2 folder=$3 uid=$4 gid=$5 count=$6; shift 6
mount --bind "$root" "$root"
while [ "$count" -gt 0 ]; do
  [ -d "$1" ] || touch "$root$2"
  mount --bind "$1" "$root$2"; shift 2; count=$((count - 1))
done
mount --rbind /dev "$root/dev"
mount -t proc proc "$root/proc"
mount -o "remount,bind,$access" "$root"
exec unshare --root="$root" --wd="$folder" --setgid="$gid" --setuid="$uid" -- "$@"`;

/** Starts a command; what signals it gets and how it ends are its own. */
export function startContained(command: readonly string[], contained: Contained): NodeProcess {
  const { files, folder, user, mounts = [], isReadOnly = false, env } = contained;
  const [uid = '', gid = ''] = user.split(':');
  const words = [
    files,
    isReadOnly ? 'ro' : 'rw',
    folder,
    uid,
    gid,
    String(mounts.length),
    ...mounts.flat(),
    ...command,
  ];
  return runProgram('unshare', ['--mount', '--propagation', 'private', 'sh', '-ec', SCRIPT, 'sh', ...words], { env });
}
