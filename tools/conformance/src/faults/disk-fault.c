/* Lets writes and flushes of a database fail while a file says so: its text is the name of the fault. For LD_PRELOAD. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int mode(void) {
  const char *path = getenv("COO_DISK_FAULT");
  char text[16] = {0};
  int fd = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
  if (fd < 0) return 0;
  ssize_t n = read(fd, text, sizeof text - 1);
  close(fd);
  if (n <= 0) return 0;
  return strncmp(text, "sync", 4) == 0 ? 1 : strncmp(text, "read-only", 9) == 0 ? 2 : 0;
}

static int is_database(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, sizeof path - 1);
  if (n <= 0) return 0;
  path[n] = 0;
  return strstr(path, "coo.db") != NULL;
}

#define FAILS(fd, wanted, code) \
  if (mode() == wanted && is_database(fd)) { \
    errno = code; \
    return -1; \
  }

int fsync(int fd) {
  FAILS(fd, 1, EIO)
  return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(fd);
}

int fdatasync(int fd) {
  FAILS(fd, 1, EIO)
  return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(fd);
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
  FAILS(fd, 2, EROFS)
  return ((ssize_t (*)(int, const void *, size_t, off_t))dlsym(RTLD_NEXT, "pwrite"))(fd, data, size, at);
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
  FAILS(fd, 2, EROFS)
  return ((ssize_t (*)(int, const void *, size_t, off64_t))dlsym(RTLD_NEXT, "pwrite64"))(fd, data, size, at);
}

ssize_t write(int fd, const void *data, size_t size) {
  FAILS(fd, 2, EROFS)
  return ((ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write"))(fd, data, size);
}
