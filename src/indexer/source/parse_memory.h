// The memory of one run of a C parser that asks for it through callbacks, never checks what it gets, and cannot be told to stop.
//
// Everything is freed at once, in the destructor, without walking what was built in it (gumbo's own walk recurses as deep as the page is
// nested). When the parser asks for more than its share, or has worked too long, escape() takes it out of its own hands.
#pragma once

#include <csetjmp>
#include <cstddef>
#include <ctime>

namespace guidepost::indexer {

class ParseMemory {
 public:
  enum class Stop { none, memory, time };

  /// `most_seconds`: of the calling thread's processor time, from now.
  ParseMemory(std::size_t most_bytes, std::size_t most_seconds);
  ParseMemory(const ParseMemory&) = delete;
  ParseMemory& operator=(const ParseMemory&) = delete;
  ~ParseMemory();

  /// Where to longjmp() to. REQUIRES: between the setjmp() and the calls of allocate() there are only frames of C.
  std::jmp_buf& escape() { return escape_; }

  /// Never null. Does not return when a limit is reached.
  void* allocate(std::size_t bytes);

  Stop stopped() const { return stop_; }

 private:
  struct Chunk {
    Chunk* before;
  };

  [[noreturn]] void stop(Stop why);
  void add_chunk(std::size_t bytes);

  std::jmp_buf escape_{};
  std::size_t most_bytes_;
  timespec end_{};
  Chunk* chunks_ = nullptr;
  std::byte* next_ = nullptr;  // free bytes of the newest chunk
  std::size_t left_ = 0;
  std::size_t taken_ = 0;
  unsigned until_look_ = 0;  // allocations until the clock is looked at
  Stop stop_ = Stop::none;
};

}  // namespace guidepost::indexer
