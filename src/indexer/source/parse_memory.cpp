#include "indexer/source/parse_memory.h"

#include <algorithm>
#include <cstdlib>
#include <new>

namespace guidepost::indexer {
namespace {

constexpr std::size_t chunk_bytes = 256 * 1024;
constexpr std::size_t alignment = alignof(std::max_align_t);
constexpr unsigned allocations_a_look = 256;

constexpr std::size_t aligned(std::size_t bytes) {
  return (bytes + alignment - 1) / alignment * alignment;
}

timespec thread_time() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now;
}

}  // namespace

ParseMemory::ParseMemory(std::size_t most_bytes, std::size_t most_seconds)
    : most_bytes_(most_bytes), end_(thread_time()) {
  end_.tv_sec += static_cast<std::time_t>(most_seconds);
}

ParseMemory::~ParseMemory() {
  while (chunks_ != nullptr) {
    Chunk* const chunk = chunks_;
    chunks_ = chunk->before;
    std::free(chunk);
  }
}

void* ParseMemory::allocate(std::size_t bytes) {
  if (until_look_-- == 0) {
    until_look_ = allocations_a_look;
    const timespec now = thread_time();
    if (now.tv_sec > end_.tv_sec || (now.tv_sec == end_.tv_sec && now.tv_nsec >= end_.tv_nsec)) {
      stop(Stop::time);
    }
  }
  if (bytes > most_bytes_) stop(Stop::memory);
  const std::size_t needed = aligned(std::max<std::size_t>(bytes, 1));
  if (needed > left_) add_chunk(needed);
  std::byte* const place = next_;
  next_ += needed;
  left_ -= needed;
  return place;
}

void ParseMemory::add_chunk(std::size_t bytes) {
  constexpr std::size_t head = aligned(sizeof(Chunk));
  const std::size_t size = head + std::max(bytes, chunk_bytes - head);
  if (size > most_bytes_ - taken_) stop(Stop::memory);
  void* const memory = std::malloc(size);
  if (memory == nullptr) stop(Stop::memory);
  taken_ += size;
  chunks_ = new (memory) Chunk{chunks_};
  next_ = static_cast<std::byte*>(memory) + head;
  left_ = size - head;
}

void ParseMemory::stop(Stop why) {
  stop_ = why;
  std::longjmp(escape_, 1);
}

}  // namespace guidepost::indexer
