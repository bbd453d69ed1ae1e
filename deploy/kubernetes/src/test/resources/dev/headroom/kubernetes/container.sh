#!/bin/sh
# usage: unshare --mount [--map-root-user] container.sh ROOT USER WORKDIR SCRATCH COMMAND...
# Runs COMMAND as a container engine would, as far as that can be had without one: in ROOT, which
# is read-only but for the SCRATCH directories (separated by colons), as USER (a number, or - for
# who we are) without any capability. JAVA_HOME is where the base image has its Java.
set -eu
root=$1 user=$2 workdir=$3 scratch=$4
shift 4

mount --make-rprivate /
mount --bind "$root" "$root"
for directory in usr dev proc "${JAVA_HOME#/}"; do
  mkdir -p "$root/$directory"
  mount --rbind "/$directory" "$root/$directory"
done
for link in bin lib lib64; do
  [ -e "$root/$link" ] || cp -P "/$link" "$root/$link"
done
mkdir -p "$root/etc"
cp /etc/hosts /etc/nsswitch.conf "$root/etc/"
for directory in ssl pki; do
  [ -d "/etc/$directory" ] || continue
  mkdir -p "$root/etc/$directory"
  mount --rbind "/etc/$directory" "$root/etc/$directory"
done
while [ -n "$scratch" ]; do
  directory=${scratch%%:*}
  mkdir -p "$root$directory"
  mount -t tmpfs -o mode=1777 tmpfs "$root$directory"
  case $scratch in *:*) scratch=${scratch#*:} ;; *) scratch= ;; esac
done
mount -o remount,bind,ro "$root"

rights='--bounding-set=-all --inh-caps=-all --no-new-privs --pdeathsig=KILL'
[ "$user" = - ] || rights="$rights --reuid=$user --regid=$user --clear-groups"
# shellcheck disable=SC2086
exec chroot "$root" setpriv $rights env -C "$workdir" "$@"
