/*
 * Preloaded into a process that writes below $SHIM_DIR. Two jobs:
 *
 * - Writes down every write, truncation and sync of those files in $SHIM_LOG, so that after a SIGKILL
 *   the files can be rebuilt as a power cut would have left them: what was not synced is gone or torn.
 * - Fails those calls with the error number that stands in the file $SHIM_FAULT, if there is one:
 *   a full disk (28), a read-only one (30), a broken one (5).
 *
 * Built by powerCut.ts: cc -shared -fPIC -O1 -o shim.so shim.c -ldl
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static int log_fd = -2;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* Path of a descriptor below $SHIM_DIR, or 0. The -shm file is memory that SQLite rebuilds. */
static int watched(int fd, char *path, size_t size) {
  const char *dir = getenv("SHIM_DIR");
  char link[64];
  if (!dir) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, size - 1);
  if (n <= 0) return 0;
  path[n] = 0;
  if (n > 4 && !strcmp(path + n - 4, "-shm")) return 0;
  return !strncmp(path, dir, strlen(dir));
}

static int fault(void) {
  const char *file = getenv("SHIM_FAULT");
  char text[16] = {0};
  if (!file) return 0;
  int fd = open(file, O_RDONLY);
  if (fd < 0) return 0;
  ssize_t n = read(fd, text, sizeof text - 1);
  close(fd);
  return n > 0 ? atoi(text) : 0;
}

/* One entry: kind, length of path, path, offset, length, bytes. One write, so that a kill tears none. */
static void note(char kind, const char *path, int64_t offset, const void *data, int64_t length) {
  const char *file = getenv("SHIM_LOG");
  if (!file) return;
  pthread_mutex_lock(&lock);
  if (log_fd == -2) log_fd = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  int32_t size = (int32_t)strlen(path);
  struct iovec parts[6] = {{&kind, 1},   {&size, 4},
                           {(void *)path, (size_t)size}, {&offset, 8},
                           {&length, 8}, {(void *)data, data ? (size_t)length : 0}};
  ssize_t ignored = REAL(writev)(log_fd, parts, 6);
  (void)ignored;
  pthread_mutex_unlock(&lock);
}

#define GUARD(fd)                                   \
  char path[4096];                                  \
  int mine = watched(fd, path, sizeof path);        \
  if (mine) {                                       \
    int broken = fault();                           \
    if (broken) {                                   \
      errno = broken;                               \
      return -1;                                    \
    }                                               \
  }

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  GUARD(fd)
  ssize_t done = REAL(pwrite)(fd, data, length, offset);
  if (mine && done > 0) note('W', path, offset, data, done);
  return done;
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  GUARD(fd)
  ssize_t done = REAL(pwrite64)(fd, data, length, offset);
  if (mine && done > 0) note('W', path, offset, data, done);
  return done;
}
ssize_t write(int fd, const void *data, size_t length) {
  GUARD(fd)
  off_t offset = mine ? lseek(fd, 0, SEEK_CUR) : 0;
  ssize_t done = REAL(write)(fd, data, length);
  if (mine && done > 0) note('W', path, offset, data, done);
  return done;
}
int ftruncate(int fd, off_t length) {
  GUARD(fd)
  int done = REAL(ftruncate)(fd, length);
  if (mine && !done) note('T', path, length, 0, 0);
  return done;
}
int ftruncate64(int fd, off64_t length) {
  GUARD(fd)
  int done = REAL(ftruncate64)(fd, length);
  if (mine && !done) note('T', path, length, 0, 0);
  return done;
}
int fsync(int fd) {
  GUARD(fd)
  int done = REAL(fsync)(fd);
  if (mine && !done) note('S', path, 0, 0, 0);
  return done;
}
int fdatasync(int fd) {
  GUARD(fd)
  int done = REAL(fdatasync)(fd);
  if (mine && !done) note('S', path, 0, 0, 0);
  return done;
}
