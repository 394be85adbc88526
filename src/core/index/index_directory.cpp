#include "core/index/index_directory.h"

#include "core/index/files.h"
#include "core/index/generation_lease.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <system_error>

namespace guidepost {
namespace {

constexpr std::string_view partial_suffix = ".partial";
constexpr std::size_t name_digits = 6;

bool is_generation_name(std::string_view name) {
  return name.size() >= name_digits && name.size() <= 18 &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::uint64_t number_of(std::string_view name) {
  std::uint64_t number = 0;
  std::from_chars(name.data(), name.data() + name.size(), number);
  return number;
}

/// The entries of generations/, whatever they are.
std::vector<std::filesystem::path> entries_of(const std::filesystem::path& directory) {
  std::vector<std::filesystem::path> entries;
  std::error_code error;
  for (std::filesystem::directory_iterator at(directory, error), end; !error && at != end;
       at.increment(error)) {
    entries.push_back(at->path());
  }
  return entries;
}

}  // namespace

std::filesystem::path IndexDirectory::path_of(std::string_view generation) const {
  return generations_path() / generation;
}

std::filesystem::path IndexDirectory::partial_path_of(std::string_view generation) const {
  return generations_path() / (std::string(generation) + std::string(partial_suffix));
}

Result<std::string> IndexDirectory::current() const {
  const std::filesystem::path pointer = root_ / "CURRENT";
  std::error_code error;
  if (!std::filesystem::exists(pointer, error)) {
    return failure(ErrorCode::index_missing, "there is no index",
                   "build one with `guidepost index SOURCE --index " + root_.string() + "`",
                   {root_.string(), 0});
  }
  const auto damaged = [&] {
    return failure(ErrorCode::index_damaged, "does not name a generation",
                   "build the index again with `guidepost index`", {pointer.string(), 0});
  };
  constexpr std::uintmax_t longest_name = 64;
  if (std::filesystem::file_size(pointer, error) > longest_name) return damaged();
  auto name = read_file(pointer);
  if (!name) return failure(name.error());
  while (!name->empty() && name->back() == '\n') name->pop_back();
  if (!is_generation_name(*name)) return damaged();
  return *name;
}

std::vector<std::string> IndexDirectory::generations() const {
  std::vector<std::string> names;
  for (const auto& entry : entries_of(generations_path())) {
    if (std::string name = entry.filename().string(); is_generation_name(name)) {
      names.push_back(std::move(name));
    }
  }
  std::sort(names.begin(), names.end(),
            [](const std::string& a, const std::string& b) { return number_of(a) < number_of(b); });
  return names;
}

std::string IndexDirectory::next_name() const {
  std::uint64_t largest = 0;
  for (const auto& entry : entries_of(generations_path())) {
    std::string name = entry.filename().string();
    if (name.ends_with(partial_suffix)) name.resize(name.size() - partial_suffix.size());
    if (is_generation_name(name)) largest = std::max(largest, number_of(name));
  }
  if (const auto name = current()) largest = std::max(largest, number_of(*name));
  std::string number = std::to_string(largest + 1);
  if (number.size() < name_digits) number.insert(0, name_digits - number.size(), '0');
  return number;
}

Result<void> IndexDirectory::publish(const std::string& generation) const {
  const std::filesystem::path partial = partial_path_of(generation);
  if (auto synced = sync_tree(partial); !synced) return synced;
  std::error_code error;
  std::filesystem::rename(partial, path_of(generation), error);
  if (error) {
    return failure(ErrorCode::io_failed, "cannot be renamed: " + error.message(), "",
                   {partial.string(), 0});
  }
  auto made = sync_path(generations_path()).and_then([&] { return make_current(generation); });
  if (!made && current() != generation) {
    std::filesystem::rename(path_of(generation), partial, error);  // it is no generation yet
  }
  return made;
}

Result<void> IndexDirectory::make_current(const std::string& generation) const {
  return replace_file(root_ / "CURRENT", generation + "\n");
}

IndexDirectory::Removal IndexDirectory::remove_old(std::size_t keep) const {
  Removal removal;
  for (const auto& entry : entries_of(generations_path())) {
    std::error_code ignored;  // what cannot be removed now is removed by the next run
    if (entry.filename().string().ends_with(partial_suffix)) {
      std::filesystem::remove_all(entry, ignored);
    }
  }
  const auto current_name = current();
  if (!current_name) return removal;  // nobody knows which one is needed
  const std::vector<std::string> names = generations();
  const std::size_t surplus = names.size() > keep ? names.size() - keep : 0;
  for (std::size_t i = 0; i < surplus; ++i) {
    if (names[i] == *current_name) continue;
    const auto lease = GenerationLease::take_to_remove(path_of(names[i]));
    if (!lease) {
      removal.served.push_back(names[i]);
      continue;
    }
    // Out of sight first: a kill in the middle must not leave half of a generation under its name.
    std::error_code error;
    std::filesystem::rename(path_of(names[i]), partial_path_of(names[i]), error);
    if (error) continue;
    removal.removed.push_back(names[i]);
    std::filesystem::remove_all(partial_path_of(names[i]), error);
  }
  return removal;
}

}  // namespace guidepost
