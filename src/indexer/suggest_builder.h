// What can be completed: roles, skills, and the phrases people look for (a role's sections, questions, tips).
#pragma once

#include "core/model/guide.h"
#include "core/model/vocabulary.h"
#include "core/suggest/suggester.h"

#include <span>

namespace guidepost::indexer {

/// `passages` of the guides must hold their recognised skills: a skill that is written about more is suggested first.
Suggester suggester_of(const Vocabulary& vocabulary, std::span<const Guide> guides,
                       std::span<const Tip> tips);

}  // namespace guidepost::indexer
