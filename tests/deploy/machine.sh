#!/bin/sh
# Starts a throw-away machine: the files of this one under a layer of its own, which is
# kept in memory, its own network, processes and names, and systemd as its first process.
#   unshare --mount machine.sh FOLDER [SHOWN …]
# It ends when this process does. FOLDER is an empty directory, where it stands meanwhile;
# directories that are SHOWN are there, even those below /tmp, which is else its own.
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin
folder=$1 root=$1/root
shift

if [ "${machine-}" != begun ]; then
  mount -t tmpfs machine "$folder"
  mkdir "$folder/upper" "$folder/work" "$root" "$folder/groups"
  mount -t cgroup2 groups "$folder/groups"
  group=$folder/groups/jospar-machine-$$
  mkdir "$group"
  echo $$ > "$group/cgroup.procs"
  machine=begun exec unshare \
    --pid --fork --kill-child --mount --uts --ipc --net --cgroup sh "$0" "$folder" "$@"
fi

mount -t overlay -o "lowerdir=/,upperdir=$folder/upper,workdir=$folder/work" machine "$root"
mount -t proc proc "$root/proc"
# The kernel is that of others, too: its settings are not this machine's to change.
mount --bind "$root/proc/sys" "$root/proc/sys"
mount -o remount,bind,ro "$root/proc/sys"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t cgroup2 groups "$root/sys/fs/cgroup"
for place in run tmp dev; do
  mount -t tmpfs "$place" "$root/$place"
done
chmod 755 "$root/run" "$root/dev"
chmod 1777 "$root/tmp"
for shown in "$@"; do
  mkdir -p "$root$shown"
  mount --bind "$shown" "$root$shown"
  mount -o remount,bind,ro "$root$shown"
done
for device in null zero full random urandom tty; do
  : > "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=666 pts "$root/dev/pts"
mount -t tmpfs shm "$root/dev/shm"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"

# What was enabled on this machine is not begun there, but for nginx, as Debian has it.
rm -rf "$root"/etc/systemd/system/*.wants
mkdir "$root/etc/systemd/system/multi-user.target.wants"
ln -s /lib/systemd/system/nginx.service "$root/etc/systemd/system/multi-user.target.wants/"
hostname jospar-machine
mkdir "$root/old"
cd "$root"
pivot_root . old
umount -l old
# As systemd does where it is not told of a container: what a service is given is
# mounted by a child of it.
mount --make-rshared /
exec setpriv --bounding-set=-sys_module,-sys_rawio,-sys_time,-sys_boot,-syslog \
  env -i container=other /lib/systemd/systemd --show-status=no --log-target=null
