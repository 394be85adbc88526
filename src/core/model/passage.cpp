#include "core/model/passage.h"

namespace guidepost {

std::string_view name_of(PassageForm form) {
  switch (form) {
    case PassageForm::tip:
      return "tip";
    case PassageForm::paragraph:
      return "paragraph";
    case PassageForm::question:
      return "question";
  }
  return "paragraph";
}

}  // namespace guidepost
