// The passages that a query asks for: those of a section ("interview"), or the question about pay under FAQ.
#pragma once

#include "core/index/generation.h"
#include "core/model/section_kind.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guidepost {

/// What is asked of a role or about a skill.
struct Asked {
  std::optional<SectionKind> section;
  bool pay = false;                // what it is paid
  std::vector<std::string> roles;  // those that are named: their pay alone is meant
};

class AskedPassages {
 public:
  /// `generation` must outlive it.
  AskedPassages(const Generation& generation, const Asked& asked);

  /// Whether the document belongs to the section that is asked for.
  bool is_of_section(std::uint32_t document) const;

  /// Whether pay is asked about, and the document is a question that is, of a role that may be meant.
  bool is_about_pay(std::uint32_t document) const;

 private:
  bool is_of(std::optional<std::uint32_t> section, std::uint32_t document) const;
  bool may_be_meant(std::uint32_t document) const;

  const Generation& generation_;
  std::optional<std::uint32_t> section_;  // ordinals
  std::optional<std::uint32_t> faq_;      // where pay is asked about
  std::vector<std::uint32_t> roles_;
};

}  // namespace guidepost
