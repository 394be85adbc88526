// Numbers and texts behind their length; and what is read back from bytes that were never written like that.
#include "core/index/record.h"

#include "support/dice.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace guidepost {
namespace {

using test::Dice;
using Texts = std::vector<std::string>;
using Numbers = std::vector<std::uint32_t>;

std::string one_of_everything() {
  RecordWriter writer;
  writer.u8(200);
  writer.u32(0xDEADBEEF);
  writer.u64(0x0123456789ABCDEF);
  writer.f64(-0.5);
  writer.text("caf\u00e9");
  writer.text("");
  writer.texts({"a", "", "bc"});
  writer.u32s({1, 0xFFFFFFFF});
  return writer.bytes();
}

/// Reads what one_of_everything() wrote and says whether all of it was there.
bool read_everything(std::string_view bytes) {
  RecordReader reader(bytes);
  bool same = reader.u8() == 200;
  same = reader.u32() == 0xDEADBEEF && same;
  same = reader.u64() == 0x0123456789ABCDEF && same;
  same = reader.f64() == -0.5 && same;
  same = reader.text() == "caf\u00e9" && same;
  same = reader.text().empty() && same;
  same = reader.texts() == Texts{"a", "", "bc"} && same;
  same = reader.u32s() == Numbers{1, 0xFFFFFFFF} && same;
  return same && reader.finished();
}

std::string little_endian(std::uint32_t value) {
  RecordWriter writer;
  writer.u32(value);
  return writer.bytes();
}

}  // namespace

TEST_CASE("what is written is read back", "[record]") {
  CHECK(read_everything(one_of_everything()));
}

TEST_CASE("numbers are little-endian, texts and lists stand behind their length", "[record]") {
  RecordWriter writer;
  writer.u32(0x04030201);
  writer.u64(0x0807060504030201);
  writer.text("ab");
  writer.u32s({5});
  CHECK(writer.bytes() == std::string("\1\2\3\4"
                                      "\1\2\3\4\5\6\7\10"
                                      "\2\0\0\0ab"
                                      "\1\0\0\0\5\0\0\0",
                                      26));
}

TEST_CASE("numbers keep their extremes", "[record]") {
  const double number = GENERATE(0.0, -0.0, 1e-300, 0.1, std::numeric_limits<double>::infinity(),
                                 std::numeric_limits<double>::denorm_min());
  RecordWriter writer;
  writer.f64(number);
  writer.u64(std::numeric_limits<std::uint64_t>::max());
  RecordReader reader(writer.bytes());
  const double read = reader.f64();
  CHECK(read == number);
  CHECK(std::signbit(read) == std::signbit(number));
  CHECK(reader.u64() == std::numeric_limits<std::uint64_t>::max());
  CHECK(reader.finished());
}

TEST_CASE("a record cut short is noticed, wherever it is cut", "[record]") {
  const std::string bytes = one_of_everything();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    REQUIRE_FALSE(read_everything(std::string_view(bytes).substr(0, size)));
  }
}

TEST_CASE("a record with something behind it is not finished", "[record]") {
  const std::string bytes = one_of_everything() + "x";
  CHECK_FALSE(read_everything(bytes));
  RecordReader reader("x");
  CHECK(reader.ok());
  CHECK_FALSE(reader.finished());
}

TEST_CASE("after the first failure everything read is empty, for good", "[record]") {
  RecordReader reader(std::string_view("\1\0", 2));
  CHECK(reader.u32() == 0);
  CHECK_FALSE(reader.ok());
  CHECK(reader.u8() == 0);  // although a byte is left
  CHECK(reader.u64() == 0);
  CHECK(reader.f64() == 0.0);
  CHECK(reader.text().empty());
  CHECK(reader.texts().empty());
  CHECK(reader.u32s().empty());
  CHECK(reader.count(1) == 0);
  CHECK_FALSE(reader.ok());
  CHECK_FALSE(reader.finished());
}

TEST_CASE("a count that the bytes cannot hold is refused before memory is taken", "[record]") {
  const std::uint32_t claimed = GENERATE(3U, 1000U, 0x7FFFFFFFU, 0xFFFFFFFFU);
  const std::string bytes = little_endian(claimed) + std::string(8, '\0');
  RecordReader texts(bytes);
  CHECK(texts.texts().empty());
  CHECK_FALSE(texts.ok());
  RecordReader numbers(bytes);
  CHECK(numbers.u32s().empty());
  CHECK_FALSE(numbers.ok());
}

TEST_CASE("a count that just fits is believed", "[record]") {
  const std::string bytes = little_endian(2) + std::string(8, '\0');
  RecordReader counts(bytes);
  CHECK(counts.count(4) == 2);
  CHECK(counts.ok());
  RecordReader too_many(bytes);
  CHECK(too_many.count(5) == 0);
  CHECK_FALSE(too_many.ok());
  RecordReader numbers(bytes);
  CHECK(numbers.u32s() == Numbers{0, 0});
  CHECK(numbers.finished());
}

TEST_CASE("a text longer than the bytes is empty and noticed", "[record]") {
  const std::string bytes = little_endian(3) + "ab";
  RecordReader cut(bytes);
  CHECK(cut.text().empty());
  CHECK_FALSE(cut.ok());
}

TEST_CASE("any bytes can be read as anything", "[record]") {
  Dice dice(15);
  for (int round = 0; round < 3000; ++round) {
    const std::string bytes = dice.bytes(64);
    RecordReader reader(bytes);
    for (int step = 0; step < 8; ++step) {
      switch (dice.roll(7)) {
        case 0:
          reader.u8();
          break;
        case 1:
          reader.u32();
          break;
        case 2:
          reader.u64();
          break;
        case 3:
          REQUIRE(reader.text().size() <= bytes.size());
          break;
        case 4:
          REQUIRE(reader.texts().size() <= bytes.size());
          break;
        case 5:
          REQUIRE(reader.u32s().size() <= bytes.size());
          break;
        default:
          REQUIRE(reader.count(1) <= bytes.size());
      }
    }
    if (reader.finished()) REQUIRE(reader.ok());
  }
}

}  // namespace guidepost
