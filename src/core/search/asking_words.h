// The words of a query that ask for something of its subject: a section ("interview"), or what a role is paid ("average salary").
#pragma once

#include "core/search/interpreter.h"
#include "core/text/tokenizer.h"

#include <span>

namespace guidepost {

/// Adds to `reading` what `words` ask for, and which of them do.
void read_asking_words(std::span<const Word> words, Reading& reading);

}  // namespace guidepost
