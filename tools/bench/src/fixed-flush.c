// Makes every flush last COO_FLUSH_US microseconds, and nothing else: with a file in memory, what the processor costs
// shows against flushes of a chosen length, whatever the disk and its other users do (npm run bench -- journal --flush 0.5).
#include <stdlib.h>
#include <time.h>

static int last(void) {
  static long us = -1;
  if (us < 0) us = getenv("COO_FLUSH_US") ? atol(getenv("COO_FLUSH_US")) : 0;
  struct timespec start, now;
  clock_gettime(CLOCK_MONOTONIC, &start);
  do clock_gettime(CLOCK_MONOTONIC, &now);
  while ((now.tv_sec - start.tv_sec) * 1000000000L + now.tv_nsec - start.tv_nsec < us * 1000L);
  return 0;
}

int fsync(int fd) {
  (void)fd;
  return last();
}

int fdatasync(int fd) {
  (void)fd;
  return last();
}
